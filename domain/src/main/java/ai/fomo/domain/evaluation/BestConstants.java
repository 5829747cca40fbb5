package ai.fomo.domain.evaluation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the best constant of any size reaches in each kind of F1, on the items as they are. */
final class BestConstants {
    private static final List<Measure> OF_CLASSES = List.of(Measure.MACRO_F1, Measure.MICRO_F1);

    private BestConstants() {}

    static Map<Measure, Double> of(List<ScoredItem> items, ClassFrequencies training) {
        Constants constants = new Constants(training);
        int classes = training.classes().size();
        double[] support = new double[classes];
        items.forEach(item -> item.truth().forEach(genre -> support[genre]++));
        Map<Measure, Double> best = new EnumMap<>(Measure.class);
        for (int size = 1; size <= classes; size++) {
            int named = size;
            ClassTally tally = constants.tally(named, items.size(), support);
            OF_CLASSES.forEach(measure -> best.merge(measure, tally.measure(measure), Math::max));
            double samples = items.stream()
                    .mapToDouble(item -> constants.match(named, item.truth()).measure(Measure.SAMPLE_F1))
                    .average()
                    .orElseThrow();
            best.merge(Measure.SAMPLE_F1, samples, Math::max);
        }
        return best;
    }
}
