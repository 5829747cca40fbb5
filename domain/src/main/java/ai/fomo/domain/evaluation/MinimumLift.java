package ai.fomo.domain.evaluation;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The model has to be better than an answer that never looks at the image, by the largest of what the parameters ask for,
 * and by anything at all.
 *
 * @param lift in units of the measure
 * @param relative as a share of the constant's figure; null for none
 * @param confidence one-sided, by the normal distribution, that there is a lift; null to take the estimate as it is
 */
public record MinimumLift(
        Measure measure,
        double lift,
        @Nullable Double relative,
        @Nullable Double confidence) implements GateRule {
    /** Those that a constant cannot win by naming more classes, or the right number of them. */
    private static final Set<Measure> BEYOND_CONSTANTS = EnumSet.of(
            Measure.MEAN_AVERAGE_PRECISION, Measure.MACRO_AUC, Measure.MACRO_F1, Measure.MICRO_F1, Measure.SAMPLE_F1);

    public MinimumLift {
        Limits.share("lift", lift);
        Limits.relative(relative);
        Limits.confidence(confidence);
    }

    @Override
    public String name() {
        return "minimum-lift";
    }

    @Override
    public boolean refusesConstants() {
        return BEYOND_CONSTANTS.contains(measure);
    }

    @Override
    public RuleVerdict judge(Evaluation evaluation) {
        return on(evaluation.test()).asVerdict(name());
    }

    Finding on(Judgement judgement) {
        Figure figure = judgement.figures().of(measure);
        double gain = measure.gain(figure.value(), figure.constant());
        Map<String, Double> inputs =
                new HashMap<>(Map.of(measure.label(), figure.value(), "constant", figure.constant()));
        double needed = Math.max(lift, relative == null ? 0 : relative * figure.constant());
        if (confidence != null) {
            Estimate drawn = figure.lift();
            if (drawn == null) {
                return new Finding(
                        false,
                        String.format(
                                Locale.ROOT,
                                "%s is %.3f, and how much of that is luck is not known because nothing was drawn;"
                                        + " evaluate the model again",
                                measure.label(),
                                figure.value()),
                        inputs);
            }
            inputs.put("standardError", drawn.standardError());
            needed = Math.max(needed, NormalQuantile.of(confidence) * drawn.standardError());
        }
        return new Finding(gain > 0 && gain >= needed, clause(figure, needed), inputs);
    }

    private String clause(Figure figure, double needed) {
        boolean up = measure.higherIsBetter();
        String constant =
                String.format(Locale.ROOT, "the %.3f of an answer that never looks at the image", figure.constant());
        String wanted = needed == 0
                ? (up ? "exceed " : "be below ") + constant
                : String.format(
                                Locale.ROOT,
                                up ? "reach %.3f, %.3f above " : "be at most %.3f, %.3f below ",
                                figure.constant() + (up ? needed : -needed),
                                needed)
                        + constant;
        return String.format(Locale.ROOT, "%s is %.3f and has to %s", measure.label(), figure.value(), wanted);
    }
}
