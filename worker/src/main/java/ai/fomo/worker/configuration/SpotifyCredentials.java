package ai.fomo.worker.configuration;

import java.net.URI;
import java.util.Optional;

/**
 * An application's credentials at Spotify.
 *
 * @param api where the Web API is, without {@code /v1}, normally Spotify's own
 * @param accounts where tokens are given
 */
public record SpotifyCredentials(String clientId, String clientSecret, URI api, URI accounts) {
    static Optional<SpotifyCredentials> from(Variables variables) {
        return variables
                .find("FOMO_SPOTIFY_CLIENT_ID")
                .map(id -> new SpotifyCredentials(
                        id,
                        variables.require("FOMO_SPOTIFY_CLIENT_SECRET", "FOMO_SPOTIFY_CLIENT_ID is set"),
                        variables.address("FOMO_SPOTIFY_API").orElse(URI.create("https://api.spotify.com")),
                        variables.address("FOMO_SPOTIFY_ACCOUNTS").orElse(URI.create("https://accounts.spotify.com"))));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "client " + clientId + " at " + api;
    }
}
