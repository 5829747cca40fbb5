package ai.fomo.worker.configuration;

import java.util.Optional;

/** An application's credentials at Spotify. */
public record SpotifyCredentials(String clientId, String clientSecret) {
    static Optional<SpotifyCredentials> from(Variables variables) {
        return variables
                .find("FOMO_SPOTIFY_CLIENT_ID")
                .map(id -> new SpotifyCredentials(
                        id, variables.require("FOMO_SPOTIFY_CLIENT_SECRET", "FOMO_SPOTIFY_CLIENT_ID is set")));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "client " + clientId;
    }
}
