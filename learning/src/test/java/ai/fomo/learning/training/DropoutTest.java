package ai.fomo.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DropoutTest {
    private static final int NUMBERS = 200_000;

    @Property(tries = 50)
    void whatIsDroppedDependsOnSeedAndPlaceAndNotOnPieces(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 999) int cut) {
        float[] whole = drawn(seed, 0, 1000);
        float[] before = drawn(seed, 0, cut);
        float[] after = drawn(seed, cut, 1000 - cut);

        assertThat(before).isEqualTo(Arrays.copyOf(whole, cut));
        assertThat(after).isEqualTo(Arrays.copyOfRange(whole, cut, 1000));
    }

    @Test
    void theShareThatIsDroppedIsTheOneAskedFor() {
        for (double dropout : new double[] {0.1, 0.5, 0.9}) {
            float[] values = ones(NUMBERS);
            Dropout.apply(values, NUMBERS, 0, dropout, 2, 42);

            assertThat(1 - share(values)).as("%s", dropout).isCloseTo(dropout, within(0.005));
            assertThat(values).containsOnly(0, 2);
        }
    }

    @Test
    void neighboursInPlaceAndInSeedAreUnrelated() {
        float[] here = drawn(7, 0, NUMBERS);
        for (float[] there : new float[][] {
            drawn(7, 1, NUMBERS), drawn(7, 256, NUMBERS), drawn(8, 0, NUMBERS), drawn(7L + (1L << 32), 0, NUMBERS)
        }) {
            int both = 0;
            for (int i = 0; i < NUMBERS; i++) {
                both += here[i] > 0 && there[i] > 0 ? 1 : 0;
            }
            // Of two that are unrelated, a quarter; four standard deviations are 0.004.
            assertThat((double) both / NUMBERS).isCloseTo(0.25, within(0.004));
        }
    }

    /** Half of so many ones dropped. */
    private static float[] drawn(long seed, long first, int count) {
        float[] values = ones(count);
        Dropout.apply(values, count, first, 0.5, 1, seed);
        return values;
    }

    private static float[] ones(int count) {
        float[] values = new float[count];
        Arrays.fill(values, 1);
        return values;
    }

    /** Of what is left. */
    private static double share(float[] values) {
        int left = 0;
        for (float value : values) {
            left += value > 0 ? 1 : 0;
        }
        return (double) left / values.length;
    }
}
