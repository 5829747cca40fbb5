package ai.fomo.domain.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Two models of the same classes on the same items: differences by paired bootstrap over groups. */
public record Comparison(int items, int groups, Map<Measure, Difference> measures, List<GenreDifference> genres) {
    public Comparison {
        measures = Collections.unmodifiableMap(
                measures.isEmpty() ? new EnumMap<>(Measure.class) : new EnumMap<>(measures));
        genres = List.copyOf(genres);
    }
}
