package ai.fomo.domain.evaluation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the best constant of any size reaches in each kind of F1, on the items as they are. */
final class BestConstants {
    private static final List<Measure> OF_CLASSES = List.of(Measure.MACRO_F1, Measure.MICRO_F1);

    private BestConstants() {}

    static Map<Measure, Double> of(Sample sample, ClassFrequencies training) {
        Constants constants = new Constants(training);
        int items = sample.items().size();
        int classes = training.classes().size();
        double[] support = new double[classes];
        sample.items().forEach(item -> item.truth().forEach(genre -> support[genre]++));
        int[] common = new int[items];
        Map<Measure, Double> best = new EnumMap<>(Measure.class);
        for (int size = 1; size <= classes; size++) {
            ClassTally tally = constants.tally(size, items, support);
            OF_CLASSES.forEach(measure -> best.merge(measure, tally.measure(measure), Math::max));
            boolean[] ofOneMore = sample.truths(training.byFrequency().get(size - 1));
            double f1 = 0;
            for (int i = 0; i < items; i++) {
                common[i] += ofOneMore[i] ? 1 : 0;
                f1 += new Match(sample.items().get(i).truth().size(), size, common[i]).measure(Measure.SAMPLE_F1);
            }
            best.merge(Measure.SAMPLE_F1, f1 / items, Math::max);
        }
        return best;
    }
}
