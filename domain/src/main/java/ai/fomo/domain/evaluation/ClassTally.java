package ai.fomo.domain.evaluation;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How often each class is named, is true, and is both. Macro means are over classes that are true of some item; of these, one that is
 * never named has a precision of 0.
 */
final class ClassTally {
    /** Those that follow from the numbers of each class. */
    static final List<Measure> MEASURES = List.of(
            Measure.MACRO_F1,
            Measure.MICRO_F1,
            Measure.MACRO_PRECISION,
            Measure.MICRO_PRECISION,
            Measure.MACRO_RECALL,
            Measure.MICRO_RECALL,
            Measure.HAMMING_LOSS);

    private final double items;
    private final double[] served;
    private final double[] support;
    private final double[] hits;

    /** Each array holds a number for each class. */
    ClassTally(double items, double[] served, double[] support, double[] hits) {
        this.items = items;
        this.served = served;
        this.support = support;
        this.hits = hits;
    }

    double served(int genre) {
        return served[genre];
    }

    double support(int genre) {
        return support[genre];
    }

    double servedShare(int genre) {
        return served[genre] / items;
    }

    double servedPerItem() {
        return sum(served) / items;
    }

    double prevalence(int genre) {
        return support[genre] / items;
    }

    double precision(int genre) {
        return ratio(hits[genre], served[genre]);
    }

    double recall(int genre) {
        return ratio(hits[genre], support[genre]);
    }

    double f1(int genre) {
        return ratio(2 * hits[genre], served[genre] + support[genre]);
    }

    /** @param measure one of {@link #MEASURES} */
    double measure(Measure measure) {
        return switch (measure) {
            case MACRO_F1 -> macro(this::f1);
            case MICRO_F1 -> ratio(2 * sum(hits), sum(served) + sum(support));
            case MACRO_PRECISION -> macro(this::precision);
            case MICRO_PRECISION -> ratio(sum(hits), sum(served));
            case MACRO_RECALL -> macro(this::recall);
            case MICRO_RECALL -> ratio(sum(hits), sum(support));
            case HAMMING_LOSS -> (sum(served) + sum(support) - 2 * sum(hits)) / (items * served.length);
            default -> throw new IllegalArgumentException(measure + " does not follow from the numbers of each class");
        };
    }

    /** Mean over the classes that are true of some item; 0 where none is. */
    double macro(IntToDoubleFunction figure) {
        return IntStream.range(0, support.length)
                .filter(genre -> support[genre] > 0)
                .mapToDouble(figure)
                .average()
                .orElse(0);
    }

    private static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
