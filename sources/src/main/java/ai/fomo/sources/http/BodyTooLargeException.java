package ai.fomo.sources.http;

import java.net.URI;

/** A body passed its limit and was not read further. */
public final class BodyTooLargeException extends RuntimeException {
    BodyTooLargeException(URI address, int maxBytes) {
        super(Transport.place(address) + " is larger than the " + maxBytes + " bytes that are taken");
    }
}
