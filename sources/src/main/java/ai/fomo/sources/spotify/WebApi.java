package ai.fomo.sources.spotify;

import ai.fomo.sources.catalogue.SourceRefusedException;
import ai.fomo.sources.catalogue.SourceUnavailableException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

/** GET with a token: one renewal where the token is refused, and a reason where more than that is. */
final class WebApi {
    private static final int MAX_ANSWER_BYTES = 8 * 1024 * 1024;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final URI base;
    private final Transport transport;
    private final ClientCredentials credentials;
    private final ObjectMapper mapper;

    WebApi(URI base, Transport transport, ClientCredentials credentials, ObjectMapper mapper) {
        this.base = base;
        this.transport = transport;
        this.credentials = credentials;
        this.mapper = mapper;
    }

    void signIn() {
        credentials.token();
    }

    /** Empty where the server knows nothing of that path. */
    <T> Optional<T> get(String pathAndQuery, TypeReference<T> type) {
        URI address = URI.create(base + pathAndQuery);
        HttpResponse<byte[]> response = authorised(address);
        if (response.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        if (response.statusCode() != OK) {
            throw new SourceRefusedException(refusal(address, response.statusCode()));
        }
        try {
            return Optional.of(mapper.readValue(response.body(), type));
        } catch (IOException e) {
            throw new SourceUnavailableException(
                    Transport.place(address) + " answered with something else than the Web API's JSON", e);
        }
    }

    private HttpResponse<byte[]> authorised(URI address) {
        AccessToken token = credentials.token();
        HttpResponse<byte[]> response = send(address, token);
        if (response.statusCode() != UNAUTHORIZED) {
            return response;
        }
        credentials.drop(token);
        return send(address, credentials.token());
    }

    private HttpResponse<byte[]> send(URI address, AccessToken token) {
        try {
            return transport.send(
                    HttpRequest.newBuilder(address)
                            .header("Authorization", "Bearer " + token.text())
                            .header("Accept", "application/json")
                            .build(),
                    MAX_ANSWER_BYTES);
        } catch (BodyTooLargeException e) {
            throw new SourceUnavailableException("the answer of " + Transport.place(address) + " is too large", e);
        }
    }

    private static String refusal(URI address, int status) {
        String place = Transport.place(address);
        return switch (status) {
            case UNAUTHORIZED ->
                place + " refuses a token it has just given; check the client id and the client secret";
            case FORBIDDEN ->
                place
                        + " is forbidden to this application: give its owner a Premium subscription (Development Mode) or "
                        + "apply for the Extended Quota Mode in the developer dashboard";
            default -> place + " refuses the request with status " + status;
        };
    }
}
