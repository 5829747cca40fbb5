package ai.fomo.worker.dataset;

import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.catalogue.SourceLabel;
import ai.fomo.domain.genre.ClassMapping;
import ai.fomo.domain.genre.GenreMap;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.sources.files.LabelledFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the labels of a file are to become classes, as a person asked for it. */
public sealed interface LabelRules {
    Labelling labelling();

    ClassMapping mapping(List<LabelledFile> rows);

    /** The class or label that somebody who wrote this one may have meant. */
    Optional<String> nearest(String label);

    /** Through a map. */
    record Mapped(GenreMap map) implements LabelRules {
        @Override
        public Labelling labelling() {
            return new Labelling.Mapped(map.digest());
        }

        @Override
        public ClassMapping mapping(List<LabelledFile> rows) {
            return ClassMapping.of(map);
        }

        @Override
        public Optional<String> nearest(String label) {
            return map.nearest(label);
        }
    }

    /** Every label is a class. */
    record FromLabels() implements LabelRules {
        @Override
        public Labelling labelling() {
            return new Labelling.FromLabels();
        }

        @Override
        public ClassMapping mapping(List<LabelledFile> rows) {
            return ClassMapping.fromLabels(
                    rows.stream().flatMap(row -> sourceLabels(row).stream()).toList());
        }

        @Override
        public Optional<String> nearest(String label) {
            return Optional.empty();
        }
    }

    static List<SourceLabel> sourceLabels(LabelledFile row) {
        return row.labels().stream()
                .map(label -> new SourceLabel(label, LabelKind.FILE))
                .toList();
    }

    /** Labels without a class, with the number of their rows, most frequent first. */
    static Map<String, Integer> unmapped(List<LabelledFile> rows, ClassMapping mapping) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (LabelledFile row : rows) {
            for (String label : row.labels()) {
                if (mapping.classOf(label).isEmpty()) {
                    counts.merge(label, 1, Integer::sum);
                }
            }
        }
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(count -> sorted.put(count.getKey(), count.getValue()));
        return sorted;
    }
}
