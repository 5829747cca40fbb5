package ai.fomo.domain.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class StratifierPropertiesTest {
    private static final int CLASSES = 3;
    private static final int PARTS = 3;
    private static final double[] SHARES = {0.8, 0.1, 0.1};

    /** @param fixed part, or -1 */
    record Placed(StratificationUnit unit, int fixed) {}

    @Property(tries = 300)
    void everyUnitHasAPartAndFixedOnesKeepTheirs(@ForAll("units") List<Placed> placed, @ForAll long seed) {
        int[] parts = assign(placed, seed);

        assertThat(parts).hasSize(placed.size());
        for (int u = 0; u < parts.length; u++) {
            assertThat(parts[u]).isBetween(0, PARTS - 1);
            if (placed.get(u).fixed() >= 0) {
                assertThat(parts[u]).isEqualTo(placed.get(u).fixed());
            }
        }
    }

    @Property(tries = 300)
    void theOrderOfUnitsDoesNotMatter(@ForAll("units") List<Placed> placed, @ForAll long seed, @ForAll Random random) {
        List<Placed> shuffled = new ArrayList<>(placed);
        Collections.shuffle(shuffled, random);

        assertThat(byKey(shuffled, assign(shuffled, seed))).isEqualTo(byKey(placed, assign(placed, seed)));
    }

    /** All ways to assign the free units are tried; none may miss fewer pairs of part and class. */
    @Property(tries = 300)
    void noAssignmentCoversMoreThanTheOneFound(@ForAll("fewUnits") List<Placed> placed, @ForAll long seed) {
        boolean[] required = required(placed);

        assertThat(missing(placed, assign(placed, seed), required)).isEqualTo(fewestMissing(placed, required));
    }

    @Property(tries = 100)
    void partsOfSinglesHaveTheirSizeUpToRounding(
            @ForAll @IntRange(min = 60, max = 300) int units, @ForAll long seed, @ForAll Random random) {
        List<Placed> placed = IntStream.range(0, units)
                .mapToObj(u -> new Placed(single("u" + u, random.nextInt(1 << CLASSES)), -1))
                .toList();

        int[] parts = assign(placed, seed);

        for (int part = 0; part < PARTS; part++) {
            int of = part;
            assertThat((double) Arrays.stream(parts).filter(p -> p == of).count() - SHARES[part] * units)
                    .isBetween(-1.0, 1.0);
        }
    }

    @Property(tries = 100)
    void newUnitsMoveNoOldOnesAndTheWholeStaysInItsShares(
            @ForAll @IntRange(min = 60, max = 300) int old,
            @ForAll @IntRange(min = 1, max = 300) int more,
            @ForAll long seed,
            @ForAll Random random) {
        List<Placed> before = IntStream.range(0, old)
                .mapToObj(u -> new Placed(single("u" + u, random.nextInt(1 << CLASSES)), -1))
                .toList();
        int[] first = assign(before, seed);
        List<Placed> grown = new ArrayList<>();
        for (int u = 0; u < old; u++) {
            grown.add(new Placed(before.get(u).unit(), first[u]));
        }
        for (int u = 0; u < more; u++) {
            grown.add(new Placed(single("new" + u, random.nextInt(1 << CLASSES)), -1));
        }

        int[] second = assign(grown, seed);

        assertThat(Arrays.copyOf(second, old)).isEqualTo(first);
        for (int part = 1; part < PARTS; part++) {
            int of = part;
            // A part may have been rounded up by one before, and is not taken from.
            assertThat(Arrays.stream(second).filter(p -> p == of).count() - 0.1 * (old + more))
                    .isBetween(-1.5, 1.5);
        }
    }

    private static int[] assign(List<Placed> placed, long seed) {
        return Stratifier.assign(
                placed.stream().map(Placed::unit).toList(),
                CLASSES,
                SHARES,
                placed.stream().mapToInt(Placed::fixed).toArray(),
                seed);
    }

    private static Map<String, Integer> byKey(List<Placed> placed, int[] parts) {
        Map<String, Integer> byKey = new HashMap<>();
        for (int u = 0; u < parts.length; u++) {
            byKey.put(placed.get(u).unit().key(), parts[u]);
        }
        return byKey;
    }

    /** By class, and after these "any item": whether the free units suffice for the parts that fixed ones leave without. */
    private static boolean[] required(List<Placed> placed) {
        boolean[] required = new boolean[CLASSES + 1];
        for (int c = 0; c <= CLASSES; c++) {
            int of = c;
            long free = placed.stream()
                    .filter(p -> p.fixed() < 0 && has(p.unit(), of))
                    .count();
            long without = PARTS
                    - placed.stream()
                            .filter(p -> p.fixed() >= 0 && has(p.unit(), of))
                            .mapToInt(Placed::fixed)
                            .distinct()
                            .count();
            required[c] = free >= without;
        }
        return required;
    }

    private static int fewestMissing(List<Placed> placed, boolean[] required) {
        int[] free = IntStream.range(0, placed.size())
                .filter(u -> placed.get(u).fixed() < 0)
                .toArray();
        int[] parts = placed.stream().mapToInt(Placed::fixed).toArray();
        int fewest = Integer.MAX_VALUE;
        for (int code = 0; code < Math.pow(PARTS, free.length); code++) {
            int rest = code;
            for (int u : free) {
                parts[u] = rest % PARTS;
                rest /= PARTS;
            }
            fewest = Math.min(fewest, missing(placed, parts, required));
        }
        return fewest;
    }

    private static int missing(List<Placed> placed, int[] parts, boolean[] required) {
        int missing = 0;
        for (int part = 0; part < PARTS; part++) {
            for (int c = 0; c <= CLASSES; c++) {
                boolean there = false;
                for (int u = 0; u < parts.length; u++) {
                    there |= parts[u] == part && has(placed.get(u).unit(), c);
                }
                missing += required[c] && !there ? 1 : 0;
            }
        }
        return missing;
    }

    private static boolean has(StratificationUnit unit, int c) {
        return c == CLASSES || Arrays.stream(unit.classes()).anyMatch(k -> k == c);
    }

    private static StratificationUnit single(String key, int classes) {
        return StratificationUnit.of(
                key,
                1,
                CLASSES,
                IntStream.range(0, CLASSES).map(c -> classes >> c & 1).toArray());
    }

    @Provide
    Arbitrary<List<Placed>> units() {
        return lists(40);
    }

    @Provide
    Arbitrary<List<Placed>> fewUnits() {
        return lists(8);
    }

    private static Arbitrary<List<Placed>> lists(int most) {
        Arbitrary<int[]> classes =
                Arbitraries.integers().between(0, 3).array(int[].class).ofSize(CLASSES);
        Arbitrary<Integer> fixed = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, Arbitraries.just(-1)),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, PARTS - 1)));
        return Combinators.combine(classes, Arbitraries.integers().between(0, 3), fixed)
                .as((counts, more, part) -> {
                    int items = Math.max(1, Arrays.stream(counts).max().orElse(0) + more);
                    return new Placed(StratificationUnit.of("", items, CLASSES, counts), part);
                })
                .list()
                .ofMaxSize(most)
                .map(StratifierPropertiesTest::numbered);
    }

    private static List<Placed> numbered(List<Placed> placed) {
        List<Placed> numbered = new ArrayList<>();
        for (Placed each : placed) {
            StratificationUnit unit = each.unit();
            String key = "group " + numbered.size();
            numbered.add(
                    new Placed(new StratificationUnit(key, unit.items(), unit.classes(), unit.counts()), each.fixed()));
        }
        return numbered;
    }
}
