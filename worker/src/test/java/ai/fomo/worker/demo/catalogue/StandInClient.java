package ai.fomo.worker.demo.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks a stand-in with nothing between that could hide what it sends. */
final class StandInClient {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CatalogueStandIn standIn;
    private @Nullable String token;

    StandInClient(CatalogueStandIn standIn) {
        this.standIn = standIn;
    }

    /** The document that is sent with a 200; of the API, with a token. */
    JsonNode document(String pathOrUrl) throws Exception {
        HttpResponse<byte[]> response = get(pathOrUrl);
        assertThat(response.statusCode()).as(pathOrUrl).isEqualTo(200);
        return MAPPER.readTree(response.body());
    }

    HttpResponse<byte[]> get(String pathOrUrl) throws Exception {
        if (token == null) {
            signIn();
        }
        return send(request(pathOrUrl).header("Authorization", "Bearer " + token));
    }

    HttpResponse<byte[]> getAs(String agent, String pathOrUrl) throws Exception {
        return send(request(pathOrUrl).header("User-Agent", agent));
    }

    HttpResponse<byte[]> anonymous(String pathOrUrl) throws Exception {
        return send(request(pathOrUrl));
    }

    void signIn() throws Exception {
        token = json(token("grant_type=client_credentials", null))
                .get("access_token")
                .asText();
    }

    HttpResponse<byte[]> token(String form, @Nullable String authorization) throws Exception {
        HttpRequest.Builder request = request("/api/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return send(authorization == null ? request : request.header("Authorization", authorization));
    }

    static JsonNode json(HttpResponse<byte[]> response) throws Exception {
        return MAPPER.readTree(response.body());
    }

    private HttpRequest.Builder request(String pathOrUrl) {
        URI address = URI.create(pathOrUrl.startsWith("/") ? standIn.address() + pathOrUrl : pathOrUrl);
        return HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
