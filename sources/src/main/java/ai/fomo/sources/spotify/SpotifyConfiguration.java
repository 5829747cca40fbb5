package ai.fomo.sources.spotify;

import ai.fomo.domain.catalogue.Pace;
import ai.fomo.sources.http.ServerAddress;
import java.net.URI;
import java.time.Duration;

/**
 * @param api base address of the Web API, without {@code /v1}
 * @param accounts base address that hands out tokens, without {@code /api/token}
 * @param mode what Spotify lets the application do
 * @param pace of requests to the API, images apart
 * @param timeout of one request, answer included
 * @param maxImageBytes larger images are refused before they are read whole
 */
public record SpotifyConfiguration(
        URI api,
        URI accounts,
        String clientId,
        String clientSecret,
        SpotifyMode mode,
        Pace pace,
        Duration timeout,
        int maxImageBytes) {
    /** Of Spotify's rolling window of 30 seconds; how many it lets pass, it does not say. */
    public static final Pace DEFAULT_PACE = new Pace(90, Duration.ofSeconds(30));

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int MAX_IMAGE_BYTES = 20 * 1024 * 1024;

    public SpotifyConfiguration {
        api = ServerAddress.base(api);
        accounts = ServerAddress.base(accounts);
        if (clientId.isBlank() || clientSecret.isBlank()) {
            throw new IllegalArgumentException("Spotify wants a client id and a client secret");
        }
        if (maxImageBytes < 1) {
            throw new IllegalArgumentException("an image has at least one byte, was " + maxImageBytes);
        }
    }

    /** A server at one address that does both, such as a stand-in, in Development Mode. */
    public static SpotifyConfiguration of(URI server, String clientId, String clientSecret) {
        return of(server, server, clientId, clientSecret);
    }

    /** An application in Development Mode. */
    public static SpotifyConfiguration of(URI api, URI accounts, String clientId, String clientSecret) {
        return new SpotifyConfiguration(
                api, accounts, clientId, clientSecret, SpotifyMode.DEVELOPMENT, DEFAULT_PACE, TIMEOUT, MAX_IMAGE_BYTES);
    }

    public SpotifyConfiguration with(SpotifyMode otherMode, Pace otherPace) {
        return new SpotifyConfiguration(
                api, accounts, clientId, clientSecret, otherMode, otherPace, timeout, maxImageBytes);
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return "SpotifyConfiguration[api=" + api + ", accounts=" + accounts + ", clientId=" + clientId + ", mode="
                + mode + "]";
    }
}
