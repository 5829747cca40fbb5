package ai.fomo.workflows.dataset;

import java.util.List;
import java.util.Map;

/**
 * @param covers that have at least one class
 * @param withoutClass covers none of whose labels has a rule
 * @param unmapped labels without a rule with the number of their covers, most frequent first, at most 50 of them
 */
public record GenreMappingResult(List<String> classes, int covers, int withoutClass, Map<String, Integer> unmapped) {
    public GenreMappingResult {
        classes = List.copyOf(classes);
        unmapped = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(unmapped));
    }
}
