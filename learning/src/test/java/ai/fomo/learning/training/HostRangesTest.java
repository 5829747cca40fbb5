package ai.fomo.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicIntegerArray;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class HostRangesTest {
    @Property(tries = 200)
    void everyRowIsGivenOnce(
            @ForAll @IntRange(min = 1, max = 300_000) int rows, @ForAll @IntRange(min = 1, max = 5000) int width) {
        AtomicIntegerArray given = new AtomicIntegerArray(rows);

        HostRanges.parallelRows(rows, width, (from, count) -> {
            for (int row = 0; row < count; row++) {
                given.incrementAndGet((int) from + row);
            }
        });

        for (int row = 0; row < rows; row++) {
            assertThat(given.get(row)).isEqualTo(1);
        }
    }

    @Property(tries = 20)
    void noRangeIsTooLargeForABuffer(@ForAll @IntRange(min = 1, max = 60_000) int width) {
        HostRanges.parallelRows(
                1_000_000,
                width,
                (from, count) -> assertThat((long) count * width).isLessThanOrEqualTo((1 << 26) + (long) width));
    }
}
