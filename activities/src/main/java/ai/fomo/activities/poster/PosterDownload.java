package ai.fomo.activities.poster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;

/** Fetches posters over HTTP and HTTPS, with limits on time and size. */
public final class PosterDownload {
    private static final int MAXIMUM_BYTES = 20_000_000;
    private static final Duration TIME_LIMIT = Duration.ofSeconds(30);
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final HttpClient client;

    public PosterDownload(HttpClient client) {
        this.client = client;
    }

    /**
     * The content behind an address.
     *
     * @throws UnusablePosterException where the address is malformed, the server refuses (4xx) or the content is too large
     * @throws UncheckedIOException where trying again may help
     */
    public byte[] fetch(String url) {
        HttpRequest request =
                HttpRequest.newBuilder(parse(url)).timeout(TIME_LIMIT).build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                check(url, response.statusCode());
                return read(url, body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("poster " + url + " could not be fetched: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("poster " + url + ": interrupted", e));
        }
    }

    private static URI parse(String url) {
        try {
            URI uri = URI.create(url);
            if (uri.getScheme() != null && SCHEMES.contains(uri.getScheme()) && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new UnusablePosterException("poster url '" + url + "' is malformed: " + e.getMessage(), e);
        }
        throw new UnusablePosterException("poster url '" + url + "' is not an http or https address");
    }

    private static void check(String url, int status) throws IOException {
        if (status >= 400 && status < 500 && status != 408 && status != 429) {
            throw new UnusablePosterException("poster " + url + " is refused by its server with status " + status);
        }
        if (status != 200) {
            throw new IOException("status " + status);
        }
    }

    private static byte[] read(String url, InputStream body) throws IOException {
        byte[] content = body.readNBytes(MAXIMUM_BYTES + 1);
        if (content.length > MAXIMUM_BYTES) {
            throw new UnusablePosterException("poster " + url + " has more than " + MAXIMUM_BYTES / 1_000_000 + " MB");
        }
        return content;
    }
}
