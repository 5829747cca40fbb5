package ai.fomo.domain.dataset;

import static ai.fomo.domain.dataset.SkewedUnits.CLASSES;
import static ai.fomo.domain.dataset.SkewedUnits.deviation;
import static ai.fomo.domain.dataset.SkewedUnits.totals;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NestedOrderTest {
    @Property(tries = 100)
    void everyUnitComesOnceAndTheOrderGivenDoesNotMatter(
            @ForAll @IntRange(max = 200) int size, @ForAll long seed, @ForAll Random random) {
        List<StratificationUnit> units = SkewedUnits.groups(size, seed);
        List<StratificationUnit> shuffled = new ArrayList<>(units);
        Collections.shuffle(shuffled, random);

        int[] order = NestedOrder.of(units, CLASSES, seed);

        assertThat(Arrays.stream(order).sorted())
                .containsExactlyElementsOf(IntStream.range(0, size).boxed().toList());
        assertThat(keys(shuffled, NestedOrder.of(shuffled, CLASSES, seed))).isEqualTo(keys(units, order));
    }

    @Property(tries = 100)
    void theFirstUnitsCoverEveryClassThatThereIs(@ForAll @IntRange(min = 1, max = 300) int size, @ForAll long seed) {
        List<StratificationUnit> units = SkewedUnits.groups(size, seed);
        int[] order = NestedOrder.of(units, CLASSES, seed);

        long[] first = totals(units, Arrays.stream(order).limit(CLASSES));

        long[] all = totals(units);
        for (int c = 0; c < CLASSES; c++) {
            assertThat(first[c] > 0).as("class %d", c).isEqualTo(all[c] > 0);
        }
    }

    /** The smallest unit with a class covers it: "b" has one item with class 0, "a" two; "c" covers class 1. */
    @Test
    void classesAreCoveredBySmallUnitsRarestFirst() {
        List<StratificationUnit> units = List.of(
                StratificationUnit.of("a", 2, 2, new int[] {2, 0}),
                StratificationUnit.of("b", 1, 2, new int[] {1, 0}),
                StratificationUnit.of("c", 1, 2, new int[] {0, 1}),
                StratificationUnit.of("d", 4, 2, new int[] {0, 0}));

        assertThat(keys(units, NestedOrder.of(units, 2, 1)).subList(0, 2)).containsExactly("c", "b");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10, 23, 50, 90})
    void beginningsOfSkewedSinglesHaveSharesWithinOneItemOrSo(int percent) {
        List<StratificationUnit> units = SkewedUnits.singles(4000, 1);
        long[] all = totals(units);
        int[] order = NestedOrder.of(units, CLASSES, 1);

        long[] beginning = totals(units, Arrays.stream(order).limit(4000L * percent / 100));

        for (int c = 0; c < CLASSES; c++) {
            assertThat(Math.abs(beginning[c] - all[c] * percent / 100.0))
                    .as("class %d", c)
                    .isLessThan(2);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.25, 0.5})
    void beginningsOfSkewedGroupsAreCloserThanAtRandom(double fraction) {
        List<StratificationUnit> units = SkewedUnits.groups(1500, 2);
        int[] atRandom = IntStream.range(0, units.size()).toArray();

        double ours = deviationOfBeginning(units, NestedOrder.of(units, CLASSES, 2), fraction);

        assertThat(ours).isLessThan(deviationOfBeginning(units, atRandom, fraction) / 2);
    }

    @Test
    void anotherSeedGivesAnotherOrder() {
        List<StratificationUnit> units = SkewedUnits.singles(100, 1);

        assertThat(NestedOrder.of(units, CLASSES, 1)).isNotEqualTo(NestedOrder.of(units, CLASSES, 2));
    }

    private static double deviationOfBeginning(List<StratificationUnit> units, int[] order, double fraction) {
        long[] all = totals(units);
        int length = 0;
        for (long items = 0; items < fraction * all[CLASSES]; length++) {
            items += units.get(order[length]).items();
        }
        return deviation(totals(units, Arrays.stream(order).limit(length)), all);
    }

    private static List<String> keys(List<StratificationUnit> units, int[] order) {
        return Arrays.stream(order).mapToObj(u -> units.get(u).key()).toList();
    }
}
