package ai.fomo.domain.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * A measure of a model beside what an answer that never looks at the image would reach.
 *
 * @param constant set-based measures: the constant that names as many classes per item as the model does; ranking measures:
 *     the prior
 * @param bestConstant for F1, the best constant of any size; null for the others
 * @param interval of the value; null where nothing was drawn
 * @param lift how much better than the constant, drawn with it: positive is better, whichever way the measure points; null
 *     where nothing was drawn
 */
public record Figure(
        double value,
        double constant,
        @Nullable Double bestConstant,
        @Nullable Interval interval,
        @Nullable Estimate lift) {
    /** Of what was computed once, without draws. */
    public static Figure of(double value, double constant) {
        return new Figure(value, constant, null, null, null);
    }
}
