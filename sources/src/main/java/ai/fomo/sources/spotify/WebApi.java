package ai.fomo.sources.spotify;

import ai.fomo.sources.catalogue.SourceRefusedException;
import ai.fomo.sources.catalogue.SourceUnavailableException;
import ai.fomo.sources.http.JsonAnswers;
import ai.fomo.sources.http.Transport;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** GET with a token, once; a token that is refused is renewed by the attempt after. */
final class WebApi {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final URI base;
    private final SpotifyMode mode;
    private final JsonAnswers server;
    private final ClientCredentials credentials;

    WebApi(URI base, SpotifyMode mode, JsonAnswers server, ClientCredentials credentials) {
        this.base = base;
        this.mode = mode;
        this.server = server;
        this.credentials = credentials;
    }

    void signIn() {
        credentials.token();
    }

    /** Empty where the API knows the request, but not what it is about. */
    <T> Optional<T> get(String pathAndQuery, TypeReference<T> type) {
        URI address = URI.create(base + pathAndQuery);
        AccessToken token = credentials.token();
        HttpResponse<byte[]> response = server.send(HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token.text())
                .header("Accept", "application/json")
                .build());
        if (response.statusCode() == UNAUTHORIZED) {
            throw unauthorized(address, token);
        }
        credentials.accept(token);
        if (response.statusCode() == OK) {
            return Optional.of(server.read(response, type));
        }
        if (response.statusCode() == NOT_FOUND && isAboutTheSubject(response)) {
            return Optional.empty();
        }
        throw new SourceRefusedException(refusal(address, response.statusCode()));
    }

    private RuntimeException unauthorized(URI address, AccessToken token) {
        String place = Transport.place(address);
        return credentials.drop(token)
                ? new SourceUnavailableException(place + " refuses the token; the next attempt asks for another", null)
                : new SourceRefusedException(place
                        + " refuses every token that it is given anew: check FOMO_SPOTIFY_CLIENT_ID, FOMO_SPOTIFY_CLIENT_SECRET"
                        + " and that the application is still in the developer dashboard");
    }

    /** A path that the API has not, or no longer, is answered without its error object, or as no service. */
    private boolean isAboutTheSubject(HttpResponse<byte[]> response) {
        try {
            Failure.Detail error =
                    server.read(response, new TypeReference<Failure>() {}).error();
            return error != null && !"Service not found".equalsIgnoreCase(error.message());
        } catch (SourceUnavailableException e) {
            return false;
        }
    }

    private String refusal(URI address, int status) {
        String place = Transport.place(address);
        return switch (status) {
            case FORBIDDEN -> place + " is forbidden to this application: " + mode.remedy();
            case NOT_FOUND ->
                place + " is not there: it may have been removed for this application, or FOMO_SPOTIFY_API is wrong; "
                        + mode.remedy();
            case BAD_REQUEST -> place + " refuses the request with status 400: " + mode.remedy();
            default -> place + " refuses the request with status " + status + ": check FOMO_SPOTIFY_API";
        };
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Failure(@Nullable Detail error) {
        @JsonIgnoreProperties(ignoreUnknown = true)
        record Detail(int status, @Nullable String message) {}
    }
}
