package ai.fomo.sources.spotify;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.fomo.sources.catalogue.SourceRefusedException;
import ai.fomo.sources.catalogue.SourceUnavailableException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Keeps a token of the client credentials flow at hand, and renews it before it ends. */
final class ClientCredentials {
    private static final int MAX_ANSWER_BYTES = 64 * 1024;
    private static final int OK = 200;

    private final SpotifyConfiguration configuration;
    private final Transport transport;
    private final ObjectMapper mapper;
    private final InstantSource clock;
    private @Nullable AccessToken current;

    ClientCredentials(
            SpotifyConfiguration configuration, Transport transport, ObjectMapper mapper, InstantSource clock) {
        this.configuration = configuration;
        this.transport = transport;
        this.mapper = mapper;
        this.clock = clock;
    }

    synchronized AccessToken token() {
        AccessToken token = current;
        if (token == null || !clock.instant().isBefore(token.useUntil())) {
            token = ask();
            current = token;
        }
        return token;
    }

    /** Forgets {@code refused}, unless another thread has renewed it already. */
    synchronized void drop(AccessToken refused) {
        if (refused.equals(current)) {
            current = null;
        }
    }

    private AccessToken ask() {
        Instant askedAt = clock.instant();
        URI address = URI.create(configuration.accounts() + "/api/token");
        String credentials = configuration.clientId() + ":" + configuration.clientSecret();
        HttpResponse<byte[]> response = transport.send(
                HttpRequest.newBuilder(address)
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                MAX_ANSWER_BYTES);
        if (response.statusCode() != OK) {
            throw new SourceRefusedException(Transport.place(address) + " gave no token (status "
                    + response.statusCode() + "); check the client id and the client secret");
        }
        try {
            return AccessToken.of(mapper.readValue(response.body(), AccessToken.Answer.class), askedAt);
        } catch (IOException e) {
            throw new SourceUnavailableException(
                    Transport.place(address) + " answered with something else than a token", e);
        }
    }
}
