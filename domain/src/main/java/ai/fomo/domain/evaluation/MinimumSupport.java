package ai.fomo.domain.evaluation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Judged on fewer items, figures are noise; on fewer groups, so are their intervals.
 *
 * @param itemsPerGenre test items that each class must have: one that no item has is served, and nobody knows how well
 */
public record MinimumSupport(int items, int groups, int itemsPerGenre) implements GateRule {
    public MinimumSupport {
        Limits.count("items", items, 1);
        Limits.count("groups", groups, 1);
        Limits.count("itemsPerGenre", itemsPerGenre, 0);
    }

    @Override
    public String name() {
        return "minimum-support";
    }

    @Override
    public RuleVerdict judge(Evaluation evaluation) {
        Judgement test = evaluation.test();
        List<GenreFigures> wanting = test.genres().stream()
                .filter(genre -> genre.support() < itemsPerGenre)
                .toList();
        Map<String, Double> inputs =
                new TreeMap<>(Map.of("items", (double) test.items(), "groups", (double) test.groups()));
        test.genres().forEach(genre -> inputs.put("support of " + genre.genre(), (double) genre.support()));
        String named = wanting.stream()
                .map(genre -> genre.genre() + " has " + genre.support())
                .collect(Collectors.joining(", "));
        return new RuleVerdict(
                name(),
                test.items() >= items && test.groups() >= groups && wanting.isEmpty(),
                "The model was judged on " + test.items() + " test items in " + test.groups() + " groups; needed are "
                        + items + " items, " + groups + " groups and " + itemsPerGenre + " for each genre"
                        + (wanting.isEmpty() ? "." : ", and " + named + "."),
                inputs);
    }
}
