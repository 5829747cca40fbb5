package ai.fomo.sources.http;

import ai.fomo.sources.catalogue.CoverRefusedException;
import ai.fomo.sources.catalogue.SourceUnavailableException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of an image from wherever its address leads: over a few redirects, all within the time of one request. No token goes
 * along, so that a redirect from https to http, as archives have them, gives nothing away.
 */
public final class ImageDownload {
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> GONE = Set.of(400, 404, 410, 451);
    private static final int OK = 200;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final Transport transport;
    private final int maxBytes;
    private final @Nullable String userAgent;

    /** @param userAgent who asks; null for Java's own */
    public ImageDownload(Transport transport, int maxBytes, @Nullable String userAgent) {
        this.transport = transport;
        this.maxBytes = maxBytes;
        this.userAgent = userAgent;
    }

    /** @throws CoverRefusedException where the address leads to no image, or to one that is too large */
    public byte[] fetch(String url) {
        long begin = System.nanoTime();
        URI address = address(url);
        for (int followed = 0; followed <= MOST_REDIRECTS; followed++) {
            HttpResponse<byte[]> response = send(address, begin);
            if (response.statusCode() == OK) {
                return response.body();
            }
            if (!REDIRECTS.contains(response.statusCode())) {
                throw refusal(Transport.place(address) + " answered with status " + response.statusCode(), response);
            }
            address = redirected(address, response);
        }
        throw new CoverRefusedException("'" + url + "' redirects more than " + MOST_REDIRECTS + " times");
    }

    /** Only what speaks of this one image: a server that forbids everything for an hour must not cost a catalogue its covers. */
    private static RuntimeException refusal(String sentence, HttpResponse<?> response) {
        return GONE.contains(response.statusCode())
                ? new CoverRefusedException(sentence)
                : new SourceUnavailableException(sentence, null);
    }

    private HttpResponse<byte[]> send(URI address, long begin) {
        Duration left = transport.timeout().minusNanos(System.nanoTime() - begin);
        if (left.isNegative()) {
            throw new SourceUnavailableException(
                    Transport.place(address) + " was not reached within "
                            + transport.timeout().toSeconds() + " s",
                    null);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (userAgent != null) {
            request.header("User-Agent", userAgent);
        }
        try {
            return transport.send(request.build(), maxBytes, left);
        } catch (BodyTooLargeException e) {
            throw new CoverRefusedException("the image cannot be taken: " + e.getMessage());
        }
    }

    private static URI redirected(URI from, HttpResponse<?> response) {
        String to = response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new CoverRefusedException(Transport.place(from) + " redirects to nowhere"));
        try {
            return address(from.resolve(to).toString());
        } catch (IllegalArgumentException e) {
            throw new CoverRefusedException(Transport.place(from) + " redirects to '" + to + "', which is no address");
        }
    }

    private static URI address(String url) {
        try {
            URI address = URI.create(url);
            if (address.getScheme() != null && SCHEMES.contains(address.getScheme()) && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Said below, as for another scheme.
        }
        throw new CoverRefusedException("the image cannot be taken: '" + url + "' is no address of the web");
    }
}
