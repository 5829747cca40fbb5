package ai.fomo.sources.spotify;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** What lets a request in, and until when it is used: a little shorter than it is valid, since requests take time. */
record AccessToken(String text, Instant useUntil) {
    private static final long MARGIN_SECONDS = 60;

    static AccessToken of(Answer answer, Instant askedAt) {
        long margin = Math.min(MARGIN_SECONDS, answer.expiresIn() / 2);
        return new AccessToken(answer.accessToken(), askedAt.plusSeconds(answer.expiresIn() - margin));
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(
            @JsonProperty(value = "access_token", required = true)
            String accessToken,

            @JsonProperty("expires_in") long expiresIn) {}
}
