package ai.fomo.domain.genre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class GenreMapProperties {
    private static final List<String> CLASSES = List.of("Soul", "Techno", "Rock");

    /** A forest: every label leads to a class or to a label before it. */
    private static Map<String, String> forest(int labels, Random random) {
        Map<String, String> rules = new LinkedHashMap<>();
        for (int i = 0; i < labels; i++) {
            int target = random.nextInt(i + CLASSES.size());
            rules.put(
                    "label " + i, target < CLASSES.size() ? CLASSES.get(target) : "LABEL-" + (target - CLASSES.size()));
        }
        return rules;
    }

    private static Map<String, String> shuffled(Map<String, String> rules, Random random) {
        List<String> labels = new ArrayList<>(rules.keySet());
        Collections.shuffle(labels, random);
        Map<String, String> result = new LinkedHashMap<>();
        labels.forEach(label -> result.put(label, rules.get(label)));
        return result;
    }

    private static GenreMap map(Map<String, String> rules) {
        return new GenreMap("test", "1", new Taxonomy("three", CLASSES), rules);
    }

    @Property(tries = 200)
    void theOrderOfRulesMakesNoDifference(@ForAll @IntRange(max = 40) int labels, @ForAll Random random) {
        Map<String, String> rules = forest(labels, random);
        GenreMap map = map(rules);
        GenreMap other = map(shuffled(rules, random));

        assertThat(other.digest()).isEqualTo(map.digest());
        rules.keySet().forEach(label -> assertThat(other.explain(label)).isEqualTo(map.explain(label)));
    }

    @Property(tries = 200)
    void anExplanationAgreesWithTheClassAndItsChainLeadsThere(
            @ForAll @IntRange(max = 40) int labels, @ForAll Random random) {
        GenreMap map = map(forest(labels, random));
        for (int i = 0; i < labels + 3; i++) {
            String label = "Label" + i;
            Explanation explanation = map.explain(label);

            assertThat(explanation.genre()).isEqualTo(map.classOf(label));
            if (explanation instanceof Explanation.ByRule rule) {
                String at = LabelKey.of(label);
                for (GenreRule step : rule.chain()) {
                    assertThat(LabelKey.of(step.label())).isEqualTo(at);
                    at = LabelKey.of(step.target());
                }
                assertThat(at).isEqualTo(LabelKey.of(rule.name()));
            }
        }
    }

    @Property(tries = 100)
    void aChainOfAnyLengthEndsInItsClass(@ForAll @IntRange(min = 1, max = 300) int length, @ForAll Random random) {
        Map<String, String> rules = new LinkedHashMap<>();
        for (int i = 0; i < length; i++) {
            rules.put("link " + i, i == length - 1 ? "Techno" : "link " + (i + 1));
        }

        Explanation explanation = map(shuffled(rules, random)).explain("link 0");

        assertThat(explanation.genre()).isEqualTo(Optional.of("Techno"));
        assertThat(((Explanation.ByRule) explanation).chain()).hasSize(length);
    }

    @Property(tries = 200)
    void aCycleIsFoundWhereverItIsAndHoweverLong(
            @ForAll @IntRange(max = 30) int others,
            @ForAll @IntRange(min = 2, max = 30) int length,
            @ForAll Random random) {
        Map<String, String> rules = forest(others, random);
        for (int i = 0; i < length; i++) {
            rules.put("round " + i, "round " + (i + 1) % length);
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> map(shuffled(rules, random)))
                .withMessageContaining("round 0 -> round");
    }
}
