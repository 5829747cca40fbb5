package ai.fomo.worker.demo.catalogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list was asked for.
 *
 * @param others the query's other parameters, which links to neighbouring pages repeat
 */
record PageOf(int limit, int offset, Map<String, String> others) {
    private static final int MAX_LIMIT = 10;
    private static final int DEFAULT_LIMIT = 5;
    private static final int MAX_OFFSET = 1_000;

    PageOf {
        others = Map.copyOf(others);
    }

    /** @throws IllegalArgumentException in the words of the API, where a number is none or out of its range */
    static PageOf of(Map<String, String> query) {
        Map<String, String> others = new TreeMap<>(query);
        others.remove("limit");
        others.remove("offset");
        return new PageOf(
                number(query.get("limit"), DEFAULT_LIMIT, 1, MAX_LIMIT, "Invalid limit"),
                number(query.get("offset"), 0, 0, MAX_OFFSET, "Invalid offset"),
                others);
    }

    PageOf after() {
        return new PageOf(limit, offset + limit, others);
    }

    PageOf before() {
        return new PageOf(limit, Math.max(0, offset - limit), others);
    }

    String query() {
        Map<String, String> all = new TreeMap<>(others);
        all.put("limit", Integer.toString(limit));
        all.put("offset", Integer.toString(offset));
        return all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static int number(@Nullable String text, int otherwise, int low, int high, String complaint) {
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < low || Integer.parseInt(text) > high) {
            throw new IllegalArgumentException(complaint);
        }
        return Integer.parseInt(text);
    }
}
