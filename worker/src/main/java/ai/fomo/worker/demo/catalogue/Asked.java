package ai.fomo.worker.demo.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param target path and query, as they were sent
 * @param headers the first of each name, in small letters
 */
record Asked(
        String method,
        String path,
        String target,
        Map<String, String> query,
        Map<String, String> form,
        Map<String, String> headers) {
    private static final int LONGEST_FORM = 16 * 1024;

    static Asked of(HttpExchange exchange) throws IOException {
        // An unread body would end the connection instead of keeping it for the next request.
        String body = new String(exchange.getRequestBody().readNBytes(LONGEST_FORM), UTF_8);
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                exchange.getRequestURI().toString(),
                pairs(exchange.getRequestURI().getRawQuery()),
                pairs(body),
                headers);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    private static Map<String, String> pairs(@Nullable String raw) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(
                        URLDecoder.decode(pair.substring(0, equals), UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return pairs;
    }
}
