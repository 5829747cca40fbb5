package ai.fomo.domain.evaluation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Scores have to rank right answers above wrong ones by more than luck explains. Macro AUC decides, since what a guess
 * reaches on so few items is known exactly, where the bootstrap is blind: it cannot vary a class with one item.
 *
 * @param confidence one-sided, that it is no guess
 */
public record BetterThanChance(double confidence) implements GateRule {
    public BetterThanChance {
        Limits.confidence(confidence);
    }

    @Override
    public String name() {
        return "better-than-chance";
    }

    @Override
    public boolean refusesConstants() {
        return true;
    }

    @Override
    public RuleVerdict judge(Evaluation evaluation) {
        Figure auc = evaluation.test().figures().of(Measure.MACRO_AUC);
        double ofGuess = standardErrorOfGuess(evaluation.test());
        // Items of one artist are not independent, which only draws over groups can know.
        double drawn = auc.lift() == null ? 0 : auc.lift().standardError();
        double gain = Measure.MACRO_AUC.gain(auc.value(), auc.constant());
        boolean byDraws = drawn > ofGuess;
        double needed = NormalQuantile.of(confidence) * (byDraws ? drawn : ofGuess);
        Map<String, Double> inputs = new HashMap<>(
                Map.of("macroAuc", auc.value(), "guess", auc.constant(), "standardErrorOfGuess", ofGuess));
        if (auc.lift() != null) {
            inputs.put("standardError", drawn);
        }
        return new RuleVerdict(
                name(),
                Rounding.exceeds(gain, 0) && Rounding.reaches(gain, needed),
                String.format(
                        Locale.ROOT,
                        "Macro AUC is %.3f and has to reach %.3f, which %s would reach by luck once in %.0f times.",
                        auc.value(),
                        auc.constant() + needed,
                        byDraws
                                ? "a guess that varies between draws of these "
                                        + evaluation.test().groups() + " groups as the model does"
                                : "a guess on these " + evaluation.test().items() + " items",
                        1 / (1 - confidence)),
                inputs);
    }

    /**
     * Of the mean of AUC over classes where scores say nothing: Mann and Whitney's variance for each class. Classes are not
     * independent; where each item has one of {@code K}, the variance of the mean is larger by {@code K / (K - 1)} at most.
     */
    private static double standardErrorOfGuess(Judgement test) {
        double variances = 0;
        int classes = 0;
        for (GenreFigures genre : test.genres()) {
            double positives = genre.support();
            double negatives = test.items() - positives;
            if (positives > 0 && negatives > 0) {
                variances += (positives + negatives + 1) / (12 * positives * negatives);
                classes++;
            }
        }
        if (classes == 0) {
            return 0;
        }
        double dependence = classes == 1 ? 1 : classes / (classes - 1.0);
        return Math.sqrt(dependence * variances) / classes;
    }
}
