package ai.fomo.domain.genre;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the labels of a source come to.
 *
 * @param covers of each class, in the order of a model's outputs; a cover may have several
 * @param withClass covers that have at least one class
 * @param withoutClass covers none of whose labels has a class
 * @param unmapped labels without a class with the number of their covers, most frequent first
 * @param ignored labels that the map says to mean nothing, likewise
 */
public record MappingReport(
        Map<String, Integer> covers,
        int withClass,
        int withoutClass,
        Map<String, Integer> unmapped,
        Map<String, Integer> ignored) {
    public MappingReport {
        covers = Collections.unmodifiableMap(new LinkedHashMap<>(covers));
        unmapped = Collections.unmodifiableMap(new LinkedHashMap<>(unmapped));
        ignored = Collections.unmodifiableMap(new LinkedHashMap<>(ignored));
    }

    /** @param labelSets combinations of labels with the number of covers that have each */
    public static MappingReport of(ClassMapping mapping, Map<List<String>, Integer> labelSets) {
        Map<String, Integer> covers = new LinkedHashMap<>();
        mapping.classes().forEach(genre -> covers.put(genre, 0));
        Map<String, Integer> unmapped = new HashMap<>();
        Map<String, Integer> ignored = new HashMap<>();
        int withClass = 0;
        int withoutClass = 0;
        for (Map.Entry<List<String>, Integer> set : labelSets.entrySet()) {
            int count = set.getValue();
            Set<String> genres = set.getKey().stream()
                    .flatMap(label -> mapping.classOf(label).stream())
                    .collect(Collectors.toSet());
            genres.forEach(genre -> covers.merge(genre, count, Integer::sum));
            for (String label : Set.copyOf(set.getKey())) {
                if (mapping.ignores(label)) {
                    ignored.merge(label, count, Integer::sum);
                } else if (mapping.classOf(label).isEmpty()) {
                    unmapped.merge(label, count, Integer::sum);
                }
            }
            withClass += genres.isEmpty() ? 0 : count;
            withoutClass += genres.isEmpty() ? count : 0;
        }
        return new MappingReport(
                covers, withClass, withoutClass, LabelCounts.mostFrequent(unmapped), LabelCounts.mostFrequent(ignored));
    }
}
