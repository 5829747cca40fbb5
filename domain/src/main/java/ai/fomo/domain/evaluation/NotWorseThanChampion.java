package ai.fomo.domain.evaluation;

import ai.fomo.domain.evaluation.Evaluation.ChampionFigures;
import java.util.Locale;

/**
 * The model has to rank the same items at least about as well as the one in use.
 *
 * @param tolerance how far its mAP may lie below the champion's
 */
public record NotWorseThanChampion(double tolerance) implements GateRule {
    @Override
    public String name() {
        return "not-worse-than-champion";
    }

    @Override
    public String text() {
        return name() + " tolerance=" + tolerance;
    }

    @Override
    public RuleVerdict judge(Evaluation evaluation) {
        ChampionFigures champion = evaluation.champion();
        if (champion == null) {
            return new RuleVerdict(name(), true, "There is no champion with the same classes to compare with.");
        }
        double value = evaluation.figures().mAP().value();
        double championValue = champion.figures().mAP().value();
        return new RuleVerdict(
                name(),
                value >= championValue - tolerance,
                String.format(
                        Locale.ROOT,
                        "mAP is %.3f and that of the champion, model %d, is %.3f on the same items; it may lie at most"
                                + " %.3f below.",
                        value,
                        champion.version(),
                        championValue,
                        tolerance));
    }
}
