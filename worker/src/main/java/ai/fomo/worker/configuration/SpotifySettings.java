package ai.fomo.worker.configuration;

import ai.fomo.domain.catalogue.Pace;
import ai.fomo.sources.spotify.SpotifyMode;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How servers of the Spotify Web API are spoken to.
 *
 * @param credentials at Spotify itself
 * @param api where the Web API is, without {@code /v1}
 * @param accounts where tokens are given
 * @param mode of the application, there and at a stand-in
 * @param pace empty where nobody set one: Spotify gets its usual one, and a stand-in on our own machines none to speak of
 */
public record SpotifySettings(
        Optional<SpotifyCredentials> credentials, URI api, URI accounts, SpotifyMode mode, Optional<Pace> pace) {
    /** Spotify's own. */
    public static final URI API = URI.create("https://api.spotify.com");

    private static final URI ACCOUNTS = URI.create("https://accounts.spotify.com");

    static SpotifySettings from(Variables variables) {
        return new SpotifySettings(
                SpotifyCredentials.from(variables),
                variables.address("FOMO_SPOTIFY_API").orElse(API),
                variables.address("FOMO_SPOTIFY_ACCOUNTS").orElse(ACCOUNTS),
                mode(variables),
                variables.pace("FOMO_SPOTIFY_PACE"));
    }

    private static SpotifyMode mode(Variables variables) {
        return variables
                .find("FOMO_SPOTIFY_MODE")
                .map(value -> Arrays.stream(SpotifyMode.values())
                        .filter(mode -> mode.name().equals(value.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> new ConfigurationException(
                                "FOMO_SPOTIFY_MODE is '" + value + "', but must be one of development, extended.")))
                .orElse(SpotifyMode.DEVELOPMENT);
    }
}
