package ai.fomo.domain.evaluation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The model has to be better than an answer that never looks at the image, by the largest of what the parameters ask for,
 * and by anything at all. For F1 that answer is the best one of any size: a model that names few classes is not to win by
 * naming fewer than is good.
 *
 * @param lift in units of the measure
 * @param relative as a share of that answer's figure; null for none
 * @param confidence one-sided, by the normal distribution, that there is a lift; null to take the estimate as it is
 */
public record MinimumLift(
        Measure measure,
        double lift,
        @Nullable Double relative,
        @Nullable Double confidence) implements GateRule {
    public MinimumLift {
        Limits.share("lift", lift);
        Limits.relative(relative);
        Limits.confidence(confidence);
    }

    @Override
    public String name() {
        return "minimum-lift";
    }

    /** Only of what no choice of classes changes: in F1 another constant can beat that of the most frequent training classes. */
    @Override
    public boolean refusesConstants() {
        return measure == Measure.MEAN_AVERAGE_PRECISION || measure == Measure.MACRO_AUC;
    }

    @Override
    public RuleVerdict judge(Evaluation evaluation) {
        return on(evaluation.test()).asVerdict(name());
    }

    Finding on(Judgement judgement) {
        Figure figure = judgement.figures().of(measure);
        double constant = ofConstant(figure);
        double gain = measure.gain(figure.value(), constant);
        Map<String, Double> inputs =
                new HashMap<>(Map.of(measure.label(), figure.value(), "constant", figure.constant()));
        if (figure.bestConstant() != null) {
            inputs.put("bestConstant", figure.bestConstant());
        }
        double needed = Math.max(lift, relative == null ? 0 : relative * constant);
        if (confidence != null) {
            Estimate drawn = figure.lift();
            if (drawn == null) {
                return new Finding(false, withoutDraws(figure, judgement), inputs);
            }
            inputs.put("standardError", drawn.standardError());
            needed = Math.max(needed, NormalQuantile.of(confidence) * drawn.standardError());
        }
        return new Finding(
                Rounding.exceeds(gain, 0) && Rounding.reaches(gain, needed),
                clause(figure.value(), constant, needed),
                inputs);
    }

    private static double ofConstant(Figure figure) {
        Double best = figure.bestConstant();
        return best == null ? figure.constant() : Math.max(figure.constant(), best);
    }

    private String withoutDraws(Figure figure, Judgement judgement) {
        String value = String.format(Locale.ROOT, "%s is %.3f, ", measure.label(), figure.value());
        // Of one group every draw is the items themselves: another evaluation of them would draw nothing either.
        return judgement.groups() == 1
                ? value + "and all " + judgement.items() + " items are of one group, so that luck cannot be told apart;"
                        + " judge the model on items of more groups"
                : value
                        + "and how much of that is luck is not known because nothing was drawn; evaluate the model again";
    }

    private String clause(double value, double constant, double needed) {
        boolean up = measure.higherIsBetter();
        String ofConstant = String.format(Locale.ROOT, "the %.3f of an answer that never looks at the image", constant);
        String wanted = needed == 0
                ? (up ? "exceed " : "be below ") + ofConstant
                : String.format(
                                Locale.ROOT,
                                up ? "reach %.3f, %.3f above " : "be at most %.3f, %.3f below ",
                                constant + (up ? needed : -needed),
                                needed)
                        + ofConstant;
        return String.format(Locale.ROOT, "%s is %.3f and has to %s", measure.label(), value, wanted);
    }
}
