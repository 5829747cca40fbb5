package ai.fomo.domain.evaluation;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Posters are what a model is for, and covers what it learns from: where there are labelled posters, it has to be better
 * than a constant and not worse than the champion there too.
 *
 * @param items fewer posters than this decide nothing
 * @param lift as of {@link MinimumLift}, with {@code relative} and {@code confidence}
 * @param tolerance as of {@link NotWorseThanChampion}
 */
public record PosterLift(
        Measure measure,
        int items,
        double lift,
        @Nullable Double relative,
        @Nullable Double confidence,
        double tolerance)
        implements GateRule {
    public PosterLift {
        Limits.count("items", items, 1);
        Limits.share("lift", lift);
        Limits.relative(relative);
        Limits.confidence(confidence);
        Limits.share("tolerance", tolerance);
    }

    @Override
    public String name() {
        return "posters";
    }

    @Override
    public RuleVerdict judge(Evaluation evaluation) {
        Judgement posters = evaluation.posters();
        if (posters == null) {
            return new RuleVerdict(name(), true, "There are no labelled posters to judge the model on.", Map.of());
        }
        if (posters.items() < items) {
            return new RuleVerdict(
                    name(),
                    true,
                    "There are " + posters.items() + " labelled posters; fewer than " + items + " decide nothing.",
                    Map.of("items", (double) posters.items()));
        }
        Finding lifted = new MinimumLift(measure, lift, relative, confidence).on(posters);
        Finding compared = compared(evaluation, posters);
        Map<String, Double> inputs = new HashMap<>(lifted.inputs());
        inputs.putAll(compared.inputs());
        inputs.put("items", (double) posters.items());
        return new RuleVerdict(
                name(),
                lifted.passed() && compared.passed(),
                "On " + posters.items() + " posters " + lifted.clause() + "; " + compared.clause() + ".",
                inputs);
    }

    private Finding compared(Evaluation evaluation, Judgement posters) {
        ChampionComparison champion = posters.champion();
        if (champion == null) {
            Uncompared uncompared = Uncompared.of(evaluation);
            return new Finding(true, uncompared.clause(), uncompared.inputs());
        }
        return new NotWorseThanChampion(measure, tolerance).beside(champion);
    }
}
