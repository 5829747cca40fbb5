package ai.fomo.domain.evaluation;

import static java.util.stream.Collectors.joining;

import ai.fomo.domain.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a model has to show before it may be promoted. No rule looks at a hit rate alone: naming every class has 100 %. */
public record GatePolicy(String version, List<GateRule> rules) {
    public GatePolicy {
        rules = List.copyOf(rules);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("a gate without rules decides nothing");
        }
    }

    public static GatePolicy standard() {
        return new GatePolicy(
                "1",
                List.of(
                        new MinimumItems(20),
                        new RankingLift(0.01, 0.1, 0.05, 1.645),
                        new BeatsConstant(),
                        new NotWorseThanChampion(0.005)));
    }

    /** Every rule is asked, so that a refusal names all that is wanting. */
    public GateDecision judge(Evaluation evaluation) {
        return new GateDecision(
                digest(), rules.stream().map(rule -> rule.judge(evaluation)).toList());
    }

    /** Of its version, its rules and their limits. */
    public Sha256 digest() {
        String text = rules.stream().map(GateRule::text).collect(joining("\n", "gate " + version + "\n", "\n"));
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
