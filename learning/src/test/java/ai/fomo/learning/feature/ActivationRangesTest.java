package ai.fomo.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ActivationRangesTest {
    @Test
    void aValueHasItsRange() {
        ActivationRanges ranges = parse("value,lowest,highest\nimage,-1,1\nsums,0,5.1\n");

        assertThat(ranges.of("image")).isEqualTo(new ActivationRange(-1, 1));
        assertThat(ranges.has("sums")).isTrue();
        assertThat(ranges.has("more")).isFalse();
    }

    @Test
    void stepsAreThe255thPartOfTheRangeAndZeroIsOneOfThem() {
        assertThat(new ActivationRange(0, 5.1f).scale()).isEqualTo(0.02f);
        assertThat(new ActivationRange(0, 5.1f).zero()).isZero();
        assertThat(new ActivationRange(-1, 1.55f).zero()).isEqualTo((byte) 100);
        assertThat(new ActivationRange(-5.1f, 0).zero()).isEqualTo((byte) 255);
    }

    @Test
    void whatIsNoRangeIsRefusedWithItsLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("image,-1,1\n"))
                .withMessage("ranges begin with the line 'value,lowest,highest'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("value,lowest,highest\nimage,-1,1\nsums,1,2\n"))
                .withMessage("ranges, line 3: a range must hold 0 and more, was 1.0 to 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("value,lowest,highest\nimage,-1,much\n"))
                .withMessageStartingWith("ranges, line 2: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("value,lowest,highest\nimage,-1\n"))
                .withMessageStartingWith("ranges, line 2: ");
    }

    private static ActivationRanges parse(String csv) {
        return ActivationRanges.parse(csv.getBytes(StandardCharsets.UTF_8));
    }
}
