package ai.fomo.domain.evaluation;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * No genre may pay for the others: refused is a model that in some genre is worse than the champion by more than the
 * tolerance, and not by luck.
 *
 * <p>With many genres, one of them falls by luck nearly always. So the chance of refusing a model that falls in none is held to
 * {@code 1 - confidence} over all tested genres together (Bonferroni). Holm's steps, though stronger, begin with the same
 * test, and a single genre that fails it refuses the model: the decision is the same.
 *
 * @param tolerance how much worse a genre may truly be
 * @param minimumSupport genres with fewer test items are not tested: draws over so few know too little
 */
public record NoGenreFalls(GenreMeasure measure, double tolerance, double confidence, int minimumSupport)
        implements GateRule {
    public NoGenreFalls {
        Limits.share("tolerance", tolerance);
        Limits.confidence(confidence);
        Limits.count("minimumSupport", minimumSupport, 1);
    }

    private record Tested(String genre, int support, Difference difference) {
        double loss() {
            return -difference.gain().value();
        }
    }

    @Override
    public String name() {
        return "no-genre-falls";
    }

    @Override
    public RuleVerdict judge(Evaluation evaluation) {
        ChampionComparison champion = evaluation.test().champion();
        if (champion == null) {
            return Uncompared.of(evaluation).asFinding().asVerdict(name());
        }
        List<Tested> tested = champion.comparison().genres().stream()
                .filter(genre -> genre.support() >= minimumSupport)
                .flatMap(genre -> genre.measures().entrySet().stream()
                        .filter(entry -> entry.getKey() == measure)
                        .map(entry -> new Tested(genre.genre(), genre.support(), entry.getValue())))
                .toList();
        if (tested.isEmpty()) {
            return new RuleVerdict(
                    name(),
                    true,
                    "No genre has the " + minimumSupport + " test items that it takes to tell a fall from luck.",
                    Map.of());
        }
        double quantile = NormalQuantile.of(1 - (1 - confidence) / tested.size());
        List<Tested> fallen = tested.stream()
                .filter(genre -> Rounding.exceeds(genre.loss(), tolerance)
                        && genre.loss() - tolerance
                                >= quantile * genre.difference().gain().standardError())
                .toList();
        return new RuleVerdict(
                name(), fallen.isEmpty(), explanation(champion, tested, fallen), inputs(tested, quantile));
    }

    private String explanation(ChampionComparison champion, List<Tested> tested, List<Tested> fallen) {
        String of = measure.label() + " of " + tested.size() + " genres was compared with that of the champion, model "
                + champion.champion().version();
        if (fallen.isEmpty()) {
            return String.format(Locale.ROOT, "%s, and none has clearly fallen by more than %.3f.", of, tolerance);
        }
        return fallen.stream()
                .map(genre -> String.format(
                        Locale.ROOT,
                        "%s has fallen from %.3f to %.3f",
                        genre.genre(),
                        genre.difference().second(),
                        genre.difference().first()))
                .collect(joining(
                        ", ",
                        of + ", and ",
                        String.format(Locale.ROOT, ", clearly by more than the %.3f allowed.", tolerance)));
    }

    private static Map<String, Double> inputs(List<Tested> tested, double quantile) {
        Map<String, Double> inputs = new HashMap<>(Map.of("genres", (double) tested.size(), "quantile", quantile));
        for (Tested genre : tested) {
            inputs.put("gain of " + genre.genre(), genre.difference().gain().value());
            inputs.put(
                    "standard error of " + genre.genre(),
                    genre.difference().gain().standardError());
            inputs.put("support of " + genre.genre(), (double) genre.support());
        }
        return inputs;
    }
}
