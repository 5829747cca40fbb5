package ai.fomo.domain.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The measures of one class.
 *
 * @param support items that truly have it
 * @param served items that it was served for
 * @param figures without average precision, recall and F1 where no item has the class, without AUC where none or every item
 *     has it, and without precision where it is never served
 */
public record GenreFigures(String genre, int support, int served, double threshold, Map<GenreMeasure, Figure> figures) {
    public GenreFigures {
        figures = Collections.unmodifiableMap(
                figures.isEmpty() ? new EnumMap<>(GenreMeasure.class) : new EnumMap<>(figures));
    }

    public Optional<Figure> of(GenreMeasure measure) {
        return Optional.ofNullable(figures.get(measure));
    }
}
