package ai.fomo.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DecisionRuleTest {
    private final DecisionRule rule = new DecisionRule(List.of(0.5, 0.2));

    @Test
    void everyClassAtOrAboveItsThresholdIsServed() {
        assertThat(rule.decide(new double[] {0.5, 0.1}).classes()).containsExactly(0);
        assertThat(rule.decide(new double[] {0.6, 0.2}).classes()).containsExactly(0, 1);
    }

    @Test
    void whereNoneIsTheMostProbableStandsInAndIsMarked() {
        DecisionRule.Decision decision = rule.decide(new double[] {0.1, 0.19});

        assertThat(decision.classes()).containsExactly(1);
        assertThat(decision.fallback()).isTrue();
        assertThat(rule.decide(new double[] {0.1, 0.1}).classes()).containsExactly(0);
    }

    @Property
    void somethingIsAlwaysServed(
            @ForAll @Size(5) List<@DoubleRange(max = 1) Double> thresholds,
            @ForAll @Size(5) List<@DoubleRange(max = 1) Double> scores) {
        double[] probabilities =
                scores.stream().mapToDouble(Double::doubleValue).toArray();
        DecisionRule.Decision decision = new DecisionRule(thresholds).decide(probabilities);

        assertThat(decision.classes()).isNotEmpty();
        assertThat(decision.classes().stream().allMatch(c -> probabilities[c] >= thresholds.get(c)))
                .isNotEqualTo(decision.fallback());
    }

    @Test
    void thresholdsOutsideOfProbabilitiesAndForeignScoresAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DecisionRule(List.of(1.5)));
        assertThatIllegalArgumentException().isThrownBy(() -> new DecisionRule(List.of(Double.NaN)));
        assertThatIllegalArgumentException().isThrownBy(() -> rule.decide(new double[] {0.1}));
    }
}
