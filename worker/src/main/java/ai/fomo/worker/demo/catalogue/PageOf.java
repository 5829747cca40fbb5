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
record PageOf(int limit, int offset, int maxOffset, Map<String, String> others) {
    PageOf {
        others = Map.copyOf(others);
    }

    /**
     * @param maxOffset the last one that is answered, however long the list is
     * @throws IllegalArgumentException in the words of the API, where a number is none or out of its range
     */
    static PageOf of(Map<String, String> query, Behaviour behaviour, int maxOffset) {
        Map<String, String> others = new TreeMap<>(query);
        others.remove("limit");
        others.remove("offset");
        return new PageOf(
                number(query.get("limit"), behaviour.defaultLimit(), 1, behaviour.maxLimit(), "Invalid limit"),
                number(query.get("offset"), 0, 0, maxOffset, "Invalid offset"),
                maxOffset,
                others);
    }

    PageOf after() {
        return new PageOf(limit, offset + limit, maxOffset, others);
    }

    PageOf before() {
        return new PageOf(limit, Math.max(0, offset - limit), maxOffset, others);
    }

    /** Whether the part can be asked for. */
    boolean answered() {
        return offset <= maxOffset;
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
