package ai.fomo.domain.evaluation;

import java.util.Locale;
import java.util.Map;

/**
 * The model has to do at least about as well on the same items as the one in use. The estimate decides, not its uncertainty:
 * were a loss let through whenever it could be luck, small losses would add up from champion to champion.
 *
 * @param tolerance how far it may lie behind
 */
public record NotWorseThanChampion(Measure measure, double tolerance) implements GateRule {
    public NotWorseThanChampion {
        Limits.share("tolerance", tolerance);
    }

    @Override
    public String name() {
        return "not-worse-than-champion";
    }

    @Override
    public RuleVerdict judge(Evaluation evaluation) {
        ChampionComparison champion = evaluation.test().champion();
        return (champion == null ? Uncompared.of(evaluation).asFinding() : beside(champion)).asVerdict(name());
    }

    Finding beside(ChampionComparison champion) {
        Difference difference = champion.comparison().measures().get(measure);
        if (difference == null) {
            return new Finding(
                    false,
                    measure.label()
                            + " was not compared with the champion's by the version that recorded this; evaluate the"
                            + " model again",
                    Map.of());
        }
        double gain = measure.gain(difference.first(), difference.second());
        return new Finding(
                Rounding.reaches(gain, -tolerance),
                String.format(
                        Locale.ROOT,
                        "%s is %.3f and that of the champion, model %d, %.3f on the same items; it may be at most %.3f %s",
                        measure.label(),
                        difference.first(),
                        champion.champion().version(),
                        difference.second(),
                        tolerance,
                        measure.higherIsBetter() ? "lower" : "higher"),
                Map.of(measure.label(), difference.first(), "champion", difference.second()));
    }
}
