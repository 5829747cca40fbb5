package ai.fomo.sources.http;

import ai.fomo.sources.catalogue.SourceUnavailableException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Requests whose answers are JSON; what is no such answer may be one the next time. */
public final class JsonAnswers {
    private static final int MAX_BYTES = 8 * 1024 * 1024;

    private final Transport transport;
    private final ObjectMapper mapper = new ObjectMapper();

    public JsonAnswers(Transport transport) {
        this.transport = transport;
    }

    /** As {@link Transport#send(HttpRequest, int)}, but an answer that is too large is a failure that may pass. */
    public HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return transport.send(request, MAX_BYTES);
        } catch (BodyTooLargeException e) {
            throw new SourceUnavailableException(
                    "the answer of " + Transport.place(request.uri()) + " is too large", e);
        }
    }

    /** @throws SourceUnavailableException where the body is something else */
    public <T> T read(HttpResponse<byte[]> response, TypeReference<T> type) {
        String reason = Transport.place(response.uri()) + " answered with something else than its API's JSON";
        try {
            @Nullable T read = mapper.readValue(response.body(), type);
            if (read == null) {
                throw new SourceUnavailableException(reason, null);
            }
            return read;
        } catch (IOException e) {
            throw new SourceUnavailableException(reason, e);
        }
    }
}
