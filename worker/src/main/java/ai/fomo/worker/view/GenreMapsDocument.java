package ai.fomo.worker.view;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.genre.Explanation;
import ai.fomo.domain.genre.GenreMap;
import ai.fomo.domain.genre.GenreRule;
import ai.fomo.domain.genre.LabelChange;
import ai.fomo.domain.genre.MappingReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of {@code fomo genre map}, by what was asked. */
public final class GenreMapsDocument {
    private GenreMapsDocument() {}

    /** @param datasets that use it */
    public record ListedMap(
            String name,
            String version,
            String taxonomy,
            int classes,
            int rules,
            Sha256 digest,
            List<String> datasets) {
        public static ListedMap of(GenreMap map, List<String> datasets) {
            return new ListedMap(
                    map.name(),
                    map.version(),
                    map.taxonomy().name(),
                    map.taxonomy().classes().size(),
                    map.rules().size(),
                    map.digest(),
                    datasets);
        }
    }

    /**
     * @param genre null where the label has none
     * @param rules those that fired, as written; empty where the label is a class's own name
     * @param nearest what may have been meant, where nothing fired
     */
    public record ExplainedLabel(
            String label,
            String map,
            String version,
            @Nullable String genre,
            List<GenreRule> rules,
            boolean ignored,
            @Nullable String nearest) {
        public static ExplainedLabel of(String label, GenreMap map) {
            Explanation explanation = map.explain(label);
            return new ExplainedLabel(
                    label,
                    map.name(),
                    map.version(),
                    explanation.genre().orElse(null),
                    explanation instanceof Explanation.ByRule rule ? rule.chain() : List.of(),
                    explanation instanceof Explanation.Ignored,
                    explanation instanceof Explanation.NoRule none
                            ? none.nearest().orElse(null)
                            : null);
        }
    }

    /**
     * @param map null where every label is a class of its own
     * @param remapped whether the map was changed just now
     * @param otherClasses whether the classes are others than before
     */
    public record MappedDataset(
            String name,
            @Nullable ListedMap map,
            MappingReport report,
            boolean remapped,
            boolean otherClasses,
            List<Change> changes) {
        /** @param before null where the label had no class */
        public record Change(
                String label,
                int covers,
                @Nullable String before,
                @Nullable String after) {
            public static Change of(LabelChange change) {
                return new Change(
                        change.label(),
                        change.covers(),
                        change.before().orElse(null),
                        change.after().orElse(null));
            }
        }
    }
}
