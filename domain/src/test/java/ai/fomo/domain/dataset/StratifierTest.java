package ai.fomo.domain.dataset;

import static ai.fomo.domain.dataset.SkewedUnits.allFree;
import static ai.fomo.domain.dataset.SkewedUnits.totals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StratifierTest {
    private static final double[] STANDARD = {0.8, 0.1, 0.1};
    private static final double[] HALVES = {0.5, 0.5};

    @Test
    void unitsWithoutAnyClassAreDividedBySize() {
        assertThat(sizes(Stratifier.assign(singles(20), 4, STANDARD, free(20), 1), 3))
                .containsExactly(16, 2, 2);
    }

    @Test
    void sizesAreRoundedByLargestRemainder() {
        // 3.5, 1.75 and 1.75 of 7
        assertThat(sizes(Stratifier.assign(singles(7), 1, new double[] {0.5, 0.25, 0.25}, free(7), 1), 3))
                .containsExactly(3, 2, 2);
    }

    @Test
    void everyCombinationOfClassesIsDividedEvenly() {
        List<StratificationUnit> units = singles(4, new int[] {0}, new int[] {1}, new int[] {0, 1}, new int[] {});

        int[] parts = Stratifier.assign(units, 2, HALVES, free(16), 3);

        assertThat(sizes(parts, 2)).containsExactly(8, 8);
        for (int c = 0; c < 2; c++) {
            assertThat(itemsWith(units, parts, 0, c)).isEqualTo(4);
        }
    }

    @Test
    void fixedUnitsStayAndCountTowardsTheirPart() {
        int[] fixed = free(10);
        fixed[3] = 1;
        fixed[7] = 1;

        int[] parts = Stratifier.assign(singles(10), 1, new double[] {0.8, 0.2}, fixed, 5);

        assertThat(parts).containsExactly(0, 0, 0, 1, 0, 0, 0, 1, 0, 0);
    }

    @Test
    void classesOfFixedUnitsCountTowardsTheirPart() {
        // Of class 0 part 0 has 4 already, so all 4 others belong in part 1; and class 1 fills part 0 up.
        List<StratificationUnit> units = singles(8, new int[] {0}, new int[] {1});
        int[] fixed = free(16);
        Arrays.fill(fixed, 0, 4, 0);

        int[] parts = Stratifier.assign(units, 2, HALVES, fixed, 2);

        assertThat(Arrays.copyOf(parts, 8)).containsExactly(0, 0, 0, 0, 1, 1, 1, 1);
        assertThat(sizes(parts, 2)).containsExactly(8, 8);
    }

    @Test
    void aPartThatFixedUnitsOverfillGetsNoMore() {
        int[] fixed = free(10);
        Arrays.fill(fixed, 0, 5, 2);

        int[] parts = Stratifier.assign(singles(10), 1, new double[] {0.4, 0.4, 0.2}, fixed, 2);

        assertThat(parts[0]).isEqualTo(2);
        assertThat(sizes(parts, 3)[2]).isEqualTo(5);
        assertThat(sizes(parts, 3)[0]).isBetween(2, 3);
    }

    @Test
    void allUnitsFixedIsNothingToDo() {
        assertThat(Stratifier.assign(singles(3), 1, HALVES, new int[] {1, 1, 1}, 2))
                .containsExactly(1, 1, 1);
        assertThat(Stratifier.assign(List.of(), 1, HALVES, new int[0], 2)).isEmpty();
    }

    @Test
    void threeUnitsOfAClassAreInThreeParts() {
        List<StratificationUnit> units = new ArrayList<>(singles(97));
        for (int i = 0; i < 3; i++) {
            units.add(new StratificationUnit("rare " + i, 1, new int[] {0}, new int[] {1}));
        }

        int[] parts = Stratifier.assign(units, 1, STANDARD, free(100), 4);

        assertThat(Arrays.copyOfRange(parts, 97, 100)).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(sizes(parts, 3)).containsExactly(80, 10, 10);
    }

    @Test
    void classesThatShareUnitsAreCoveredTogether() {
        // A ring of three classes with three units each, of which neighbours share one.
        int[][] classes = {{0, 1}, {1, 2}, {0, 2}, {0}, {1}, {2}};
        List<StratificationUnit> units = new ArrayList<>();
        for (int[] of : classes) {
            units.add(unit("u" + units.size(), of));
        }
        for (long seed = 0; seed < 50; seed++) {
            int[] parts = Stratifier.assign(units, 3, STANDARD, free(6), seed);
            for (int part = 0; part < 3; part++) {
                for (int c = 0; c < 3; c++) {
                    assertThat(itemsWith(units, parts, part, c)).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void aGroupThatFitsNoSmallPartGoesToTheLargeOne() {
        List<StratificationUnit> units = new ArrayList<>(singles(70));
        units.add(new StratificationUnit("large", 30, new int[] {0}, new int[] {30}));

        int[] parts = Stratifier.assign(units, 1, STANDARD, free(71), 4);

        assertThat(parts[70]).isEqualTo(0);
        assertThat(sizes(Arrays.copyOf(parts, 70), 3)).containsExactly(50, 10, 10);
    }

    /** Whatever rounds is rounded, and nothing else is off: no way to take parts of this size is better for any class. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void allClassesOfSkewedSinglesHaveTheirShareUpToRounding(long seed) {
        List<StratificationUnit> units = SkewedUnits.singles(3000, seed);
        long[] all = totals(units);

        int[] parts = Stratifier.assign(units, SkewedUnits.CLASSES, STANDARD, allFree(units), seed);

        for (int part = 1; part <= 2; part++) {
            long[] in = totalsOf(units, parts, part);
            for (int c = 0; c <= SkewedUnits.CLASSES; c++) {
                assertThat(Math.abs(in[c] - all[c] / 10.0)).as("class %d", c).isLessThan(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void classesOfSkewedGroupsHaveTheirShareUpToRoundingOrTwoPercent(long seed) {
        List<StratificationUnit> units = SkewedUnits.groups(2000, seed);
        long[] all = totals(units);

        int[] parts = Stratifier.assign(units, SkewedUnits.CLASSES, STANDARD, allFree(units), seed);

        for (int part = 1; part <= 2; part++) {
            long[] in = totalsOf(units, parts, part);
            for (int c = 0; c <= SkewedUnits.CLASSES; c++) {
                double share = all[c] / 10.0;
                assertThat(Math.abs(in[c] - share)).as("class %d", c).isLessThan(Math.max(1, 0.02 * share));
            }
        }
    }

    @Test
    void anotherSeedDividesInAnotherWay() {
        List<StratificationUnit> units = SkewedUnits.singles(100, 1);

        assertThat(Stratifier.assign(units, SkewedUnits.CLASSES, STANDARD, allFree(units), 1))
                .isNotEqualTo(Stratifier.assign(units, SkewedUnits.CLASSES, STANDARD, allFree(units), 2));
    }

    @Test
    void whatCannotBeDividedIsNamed() {
        List<StratificationUnit> twice = List.of(unit("a", 0), unit("b", 0), unit("a", 0));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stratifier.assign(twice, 1, HALVES, free(3), 1))
                .withMessageContaining("'a' was given twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stratifier.assign(singles(2), 1, new double[] {0.5, 0.4}, free(2), 1))
                .withMessageContaining("sum to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stratifier.assign(singles(2), 1, new double[] {1, 0}, free(2), 1))
                .withMessageContaining("above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stratifier.assign(singles(2), 1, HALVES, free(3), 1))
                .withMessageContaining("2 units but 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stratifier.assign(singles(2), 1, HALVES, new int[] {0, 2}, 1))
                .withMessageContaining("part 2 of 2");
    }

    private static StratificationUnit unit(String key, int... classes) {
        int[] ones = new int[classes.length];
        Arrays.fill(ones, 1);
        return new StratificationUnit(key, 1, classes, ones);
    }

    private static List<StratificationUnit> singles(int units) {
        return singles(units, new int[0]);
    }

    private static List<StratificationUnit> singles(int each, int[]... classes) {
        List<StratificationUnit> units = new ArrayList<>();
        for (int[] of : classes) {
            IntStream.range(0, each).forEach(i -> units.add(unit("u" + units.size(), of)));
        }
        return units;
    }

    private static int[] free(int units) {
        int[] free = new int[units];
        Arrays.fill(free, -1);
        return free;
    }

    private static int[] sizes(int[] parts, int of) {
        int[] sizes = new int[of];
        Arrays.stream(parts).forEach(part -> sizes[part]++);
        return sizes;
    }

    private static long itemsWith(List<StratificationUnit> units, int[] parts, int part, int c) {
        return IntStream.range(0, parts.length)
                .filter(u -> parts[u] == part)
                .filter(u -> Arrays.stream(units.get(u).classes()).anyMatch(k -> k == c))
                .count();
    }

    private static long[] totalsOf(List<StratificationUnit> units, int[] parts, int part) {
        return totals(units, IntStream.range(0, parts.length).filter(u -> parts[u] == part));
    }
}
