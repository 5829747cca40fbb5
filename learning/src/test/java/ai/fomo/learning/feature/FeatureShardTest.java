package ai.fomo.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FeatureShardTest {
    @Test
    void everyHalfFloatSurvivesTheWayThereAndBack() {
        for (int bits = 0; bits < 0x10000; bits++) {
            short half = (short) bits;
            boolean number = (bits & 0x7C00) != 0x7C00 || (bits & 0x3FF) == 0;
            if (number) {
                assertThat(HalfFloat.of(HalfFloat.toFloat(half))).isEqualTo(half);
            } else {
                assertThat(HalfFloat.toFloat(half)).isNaN();
            }
        }
    }

    @Property(tries = 10_000)
    void roundingIsToTheNearestAndTiesGoToEven(@ForAll int bits) {
        float value = Float.intBitsToFloat(bits);
        Assume.that(Math.abs(value) <= 65504);

        assertThat(HalfFloat.of(value)).isEqualTo(nearest(value));
    }

    @Property(tries = 10_000)
    void roundingIsToTheNearestWhereHalfFloatsAreDense(
            @ForAll @IntRange(min = 0x3200_0000, max = 0x4780_0000) int bits) {
        float value = Float.intBitsToFloat(bits);
        Assume.that(Math.abs(value) <= 65504);

        assertThat(HalfFloat.of(value)).isEqualTo(nearest(value));
        assertThat(HalfFloat.of(-value)).isEqualTo(nearest(-value));
    }

    @Test
    void everyTieGoesToEven() {
        for (int bits = 0; bits < 0x7BFF; bits++) {
            float lower = HalfFloat.toFloat((short) bits);
            float upper = HalfFloat.toFloat((short) (bits + 1));
            float middle = (lower + upper) / 2;
            int even = (bits & 1) == 0 ? bits : bits + 1;

            assertThat(HalfFloat.of(middle)).isEqualTo((short) even);
            assertThat(HalfFloat.of(Math.nextDown(middle))).isEqualTo((short) bits);
            assertThat(HalfFloat.of(Math.nextUp(middle))).isEqualTo((short) (bits + 1));
        }
    }

    @Test
    void rowsComeBackInTheirOrder() {
        float[][] rows = {{0, 0.5f, -2}, {1024, 6e-8f, 65504}};

        assertThat(FeatureShard.unpack(FeatureShard.pack(rows)))
                .isDeepEqualTo(new float[][] {{0, 0.5f, -2}, {1024, 0x1p-24f, 65504}});
        assertThat(FeatureShard.unpack(FeatureShard.pack(new float[0][]))).isEmpty();
    }

    @Test
    void whatFloat16CannotHoldIsRefused() {
        assertThatThrownBy(() -> FeatureShard.pack(new float[][] {{65_520}})).hasMessageContaining("beyond float16");
        assertThatThrownBy(() -> FeatureShard.pack(new float[][] {{Float.NaN}})).hasMessageContaining("beyond float16");
        assertThatThrownBy(() -> FeatureShard.pack(new float[][] {{1}, {1, 2}})).hasMessageContaining("row 1");
    }

    @Test
    void aShardThatIsNotWholeIsRefused() {
        byte[] shard = FeatureShard.pack(new float[][] {{1, 2}, {3, 4}});
        for (int length = 0; length < shard.length; length++) {
            byte[] truncated = Arrays.copyOf(shard, length);
            assertThatThrownBy(() -> FeatureShard.unpack(truncated)).isInstanceOf(IllegalArgumentException.class);
        }
        byte[] huge = shard.clone();
        Arrays.fill(huge, 12, 20, (byte) 0x7F);
        assertThatThrownBy(() -> FeatureShard.unpack(huge)).isInstanceOf(IllegalArgumentException.class);
    }

    /** By definition: the finite half-float with the least exact distance, of two the one with the even last bit. */
    private static short nearest(float value) {
        BigDecimal exact = new BigDecimal(value);
        int sign = Float.floatToRawIntBits(value) < 0 ? 0x8000 : 0;
        int low = 0;
        int high = 0x7BFF;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (HalfFloat.toFloat((short) middle) <= Math.abs(value)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        BigDecimal below = exact.abs().subtract(new BigDecimal(HalfFloat.toFloat((short) low)));
        BigDecimal above = new BigDecimal(HalfFloat.toFloat((short) high)).subtract(exact.abs());
        int order = below.compareTo(above);
        int chosen = order < 0 || (order == 0 && (low & 1) == 0) ? low : high;
        return (short) (sign | chosen);
    }
}
