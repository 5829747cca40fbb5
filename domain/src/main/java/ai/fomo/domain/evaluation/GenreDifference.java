package ai.fomo.domain.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Two models in one class.
 *
 * @param support items that truly have it
 * @param measures those that both models have
 */
public record GenreDifference(String genre, int support, Map<GenreMeasure, Difference> measures) {
    public GenreDifference {
        measures = Collections.unmodifiableMap(
                measures.isEmpty() ? new EnumMap<>(GenreMeasure.class) : new EnumMap<>(measures));
    }
}
