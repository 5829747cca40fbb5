package ai.fomo.sources.http;

import java.net.URI;

/** The address of a server as people write it: with a slash at its end or without. */
public final class ServerAddress {
    private ServerAddress() {}

    /** Without, so that a path that begins with one can follow. */
    public static URI base(URI address) {
        String text = address.toString();
        return text.endsWith("/") ? base(URI.create(text.substring(0, text.length() - 1))) : address;
    }
}
