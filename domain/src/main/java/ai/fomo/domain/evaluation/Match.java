package ai.fomo.domain.evaluation;

import java.util.List;

/**
 * An answer to one item: how many classes are true, how many the answer names, and how many are both. An item of none of the classes
 * counts 0 in every measure, since an answer names at least one.
 */
record Match(int truth, int answer, int common) {
    /** Those that are means over items. */
    static final List<Measure> MEASURES = List.of(
            Measure.SAMPLE_F1,
            Measure.SAMPLE_PRECISION,
            Measure.SAMPLE_RECALL,
            Measure.AT_LEAST_ONE,
            Measure.TOP_1,
            Measure.TOP_2,
            Measure.SUBSET_ACCURACY);

    /** @param measure one of {@link #MEASURES} */
    double measure(Measure measure) {
        return switch (measure) {
            case SAMPLE_F1 -> 2.0 * common / (truth + answer);
            case SAMPLE_PRECISION -> (double) common / answer;
            case SAMPLE_RECALL -> truth == 0 ? 0 : (double) common / truth;
            case AT_LEAST_ONE, TOP_1, TOP_2 -> common > 0 ? 1 : 0;
            case SUBSET_ACCURACY -> common == truth && common == answer ? 1 : 0;
            default -> throw new IllegalArgumentException(measure + " is not a mean over items");
        };
    }
}
