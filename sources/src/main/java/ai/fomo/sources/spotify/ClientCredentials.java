package ai.fomo.sources.spotify;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.fomo.sources.catalogue.SourceRefusedException;
import ai.fomo.sources.http.JsonAnswers;
import ai.fomo.sources.http.Transport;
import com.fasterxml.jackson.core.type.TypeReference;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps a token of the client credentials flow at hand, and renews it before it ends. */
final class ClientCredentials {
    private static final int OK = 200;
    private static final Set<Integer> WRONG_CREDENTIALS = Set.of(400, 401, 403);

    private final SpotifyConfiguration configuration;
    private final JsonAnswers server;
    private final InstantSource clock;
    private @Nullable AccessToken current;
    private boolean accepted;
    private boolean refusedNew;

    ClientCredentials(SpotifyConfiguration configuration, JsonAnswers server, InstantSource clock) {
        this.configuration = configuration;
        this.server = server;
        this.clock = clock;
    }

    synchronized AccessToken token() {
        AccessToken token = current;
        if (token == null || !clock.instant().isBefore(token.useUntil())) {
            token = ask();
            current = token;
            accepted = false;
        }
        return token;
    }

    synchronized void accept(AccessToken token) {
        if (token.equals(current)) {
            accepted = true;
            refusedNew = false;
        }
    }

    /**
     * Forgets {@code refused}, unless another thread has renewed it already.
     *
     * @return whether another token would help: not where two in a row were refused before any request was let in
     */
    synchronized boolean drop(AccessToken refused) {
        if (!refused.equals(current)) {
            return true;
        }
        current = null;
        boolean again = refusedNew;
        refusedNew = !accepted;
        return !(again && refusedNew);
    }

    private AccessToken ask() {
        Instant askedAt = clock.instant();
        URI address = URI.create(configuration.accounts() + "/api/token");
        String credentials = configuration.clientId() + ":" + configuration.clientSecret();
        HttpResponse<byte[]> response = server.send(HttpRequest.newBuilder(address)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
        if (response.statusCode() != OK) {
            throw new SourceRefusedException(refusal(Transport.place(address), response.statusCode()));
        }
        return AccessToken.of(server.read(response, new TypeReference<AccessToken.Answer>() {}), askedAt);
    }

    private static String refusal(String place, int status) {
        return WRONG_CREDENTIALS.contains(status)
                ? place + " refuses the credentials (status " + status
                        + "): check FOMO_SPOTIFY_CLIENT_ID and FOMO_SPOTIFY_CLIENT_SECRET"
                : place + " gives no tokens (status " + status + "): check FOMO_SPOTIFY_ACCOUNTS";
    }
}
