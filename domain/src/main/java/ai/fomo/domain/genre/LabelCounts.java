package ai.fomo.domain.genre;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Labels with the number of their covers. */
final class LabelCounts {
    private LabelCounts() {}

    /** Of equally frequent ones by name. */
    static Map<String, Integer> mostFrequent(Map<String, Integer> counts) {
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(count -> sorted.put(count.getKey(), count.getValue()));
        return sorted;
    }
}
