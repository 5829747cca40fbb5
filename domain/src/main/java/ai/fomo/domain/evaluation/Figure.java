package ai.fomo.domain.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * A measure of a model beside what an answer that never looks at the image would reach.
 *
 * @param constant set-based measures: the constant that names as many classes per item as the model does; ranking measures:
 *     the prior
 * @param bestConstant for F1, the best constant of any size; null for the others
 */
public record Figure(
        double value, double constant, @Nullable Double bestConstant) {
    public static Figure of(double value, double constant) {
        return new Figure(value, constant, null);
    }
}
