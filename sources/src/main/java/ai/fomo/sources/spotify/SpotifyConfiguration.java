package ai.fomo.sources.spotify;

import ai.fomo.domain.catalogue.Pace;
import java.net.URI;
import java.time.Duration;

/**
 * @param api base address of the Web API, without {@code /v1}
 * @param accounts base address that hands out tokens, without {@code /api/token}
 * @param pageSize artists or albums a request, 1 to 10 (an application with an extended quota may have 50)
 * @param timeout of one request, answer included
 * @param maxImageBytes larger images are refused before they are read whole
 */
public record SpotifyConfiguration(
        URI api,
        URI accounts,
        String clientId,
        String clientSecret,
        int pageSize,
        Duration timeout,
        int maxImageBytes) {
    private static final int DEVELOPMENT_MODE_PAGE = 10;
    private static final int EXTENDED_QUOTA_PAGE = 50;
    private static final int MAX_IMAGE_BYTES = 20 * 1024 * 1024;

    public SpotifyConfiguration {
        if (clientId.isBlank() || clientSecret.isBlank()) {
            throw new IllegalArgumentException("Spotify wants a client id and a client secret");
        }
        if (pageSize < 1 || pageSize > EXTENDED_QUOTA_PAGE) {
            throw new IllegalArgumentException("a page has 1 to " + EXTENDED_QUOTA_PAGE + " entries, was " + pageSize);
        }
        if (maxImageBytes < 1) {
            throw new IllegalArgumentException("an image has at least one byte, was " + maxImageBytes);
        }
    }

    /** A server at one address that does both, such as a stand-in. */
    public static SpotifyConfiguration of(URI server, String clientId, String clientSecret) {
        return of(server, server, clientId, clientSecret);
    }

    /** An application in Development Mode. */
    public static SpotifyConfiguration of(URI api, URI accounts, String clientId, String clientSecret) {
        return new SpotifyConfiguration(
                api, accounts, clientId, clientSecret, DEVELOPMENT_MODE_PAGE, Duration.ofSeconds(30), MAX_IMAGE_BYTES);
    }

    /** Spotify's own servers, in Development Mode. */
    public static SpotifyConfiguration ofSpotify(String clientId, String clientSecret) {
        return of(
                URI.create("https://api.spotify.com"),
                URI.create("https://accounts.spotify.com"),
                clientId,
                clientSecret);
    }

    /** Of Spotify's rolling window of 30 seconds; how many it lets pass, it does not say. */
    Pace pace() {
        return new Pace(90, Duration.ofSeconds(30));
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return "SpotifyConfiguration[api=" + api + ", accounts=" + accounts + ", clientId=" + clientId + "]";
    }
}
