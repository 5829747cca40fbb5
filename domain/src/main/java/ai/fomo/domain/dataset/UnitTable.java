package ai.fomo.domain.dataset;

import ai.fomo.domain.SplitMix64;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Units to be divided, as flat arrays in canonical order: many items first, then by a hash of seed and key. Every later
 * step goes by this order alone, so the order in which units were given cannot matter. Many items first, because small
 * units can make up for what large ones leave, and not the reverse.
 *
 * <p>Each unit's last class is {@link #any()}, "any item at all", counted with the unit's items. With it the size of a part
 * is one more count to be met, and a part without items one more class that is missing.
 *
 * @param any index of the last class, and so the number of the others
 * @param start where a unit's entries begin in {@code classOf} and {@code countOf}; one more than there are units
 * @param classOf classes of a unit
 * @param countOf items of the unit with that class
 */
record UnitTable(int any, int[] start, int[] classOf, int[] countOf) {
    /**
     * Indices of {@code units} in canonical order.
     *
     * @throws IllegalArgumentException where two units have one key
     */
    static int[] canonicalOrder(List<StratificationUnit> units, long seed) {
        Set<String> keys = new HashSet<>();
        for (StratificationUnit unit : units) {
            if (!keys.add(unit.key())) {
                throw new IllegalArgumentException(
                        "unit '" + unit.key() + "' was given twice; give each key once, with all its items");
            }
        }
        long[] hash = new long[units.size()];
        Integer[] order = new Integer[units.size()];
        for (int i = 0; i < order.length; i++) {
            hash[i] = SplitMix64.hash(seed, units.get(i).key());
            order[i] = i;
        }
        Comparator<Integer> largestFirst =
                Comparator.comparingInt(i -> -units.get(i).items());
        Arrays.sort(
                order,
                largestFirst
                        .thenComparingLong(i -> hash[i])
                        .thenComparing(i -> units.get(i).key()));
        return Arrays.stream(order).mapToInt(i -> i).toArray();
    }

    /** The units at {@code indices}, in that order. */
    static UnitTable of(List<StratificationUnit> units, int[] indices, int classes) {
        int[] start = new int[indices.length + 1];
        for (int u = 0; u < indices.length; u++) {
            start[u + 1] = start[u] + units.get(indices[u]).classes().length + 1;
        }
        int[] classOf = new int[start[indices.length]];
        int[] countOf = new int[start[indices.length]];
        for (int u = 0; u < indices.length; u++) {
            StratificationUnit unit = units.get(indices[u]);
            int length = unit.classes().length;
            System.arraycopy(unit.classes(), 0, classOf, start[u], length);
            System.arraycopy(unit.counts(), 0, countOf, start[u], length);
            classOf[start[u] + length] = classes;
            countOf[start[u] + length] = unit.items();
        }
        return new UnitTable(classes, start, classOf, countOf);
    }

    /** Some of these units, in the given order. */
    UnitTable at(int[] chosen) {
        int[] from = new int[chosen.length + 1];
        for (int u = 0; u < chosen.length; u++) {
            from[u + 1] = from[u] + start[chosen[u] + 1] - start[chosen[u]];
        }
        int[] classes = new int[from[chosen.length]];
        int[] counts = new int[from[chosen.length]];
        for (int u = 0; u < chosen.length; u++) {
            System.arraycopy(classOf, start[chosen[u]], classes, from[u], from[u + 1] - from[u]);
            System.arraycopy(countOf, start[chosen[u]], counts, from[u], from[u + 1] - from[u]);
        }
        return new UnitTable(any, from, classes, counts);
    }

    int units() {
        return start.length - 1;
    }

    int items(int unit) {
        return countOf[start[unit + 1] - 1];
    }

    /** Items of all units together, by class. */
    long[] totals() {
        long[] totals = new long[any + 1];
        for (int e = 0; e < classOf.length; e++) {
            totals[classOf[e]] += countOf[e];
        }
        return totals;
    }

    /** For each class the units that have it, in canonical order. */
    int[][] unitsByClass() {
        int[] sizes = new int[any + 1];
        for (int c : classOf) {
            sizes[c]++;
        }
        int[][] units = new int[any + 1][];
        for (int c = 0; c <= any; c++) {
            units[c] = new int[sizes[c]];
        }
        for (int u = units() - 1; u >= 0; u--) {
            for (int e = start[u]; e < start[u + 1]; e++) {
                units[classOf[e]][--sizes[classOf[e]]] = u;
            }
        }
        return units;
    }

    /** Whether every unit is one item, so that the sizes of parts can be met exactly. */
    boolean singles() {
        for (int u = 0; u < units(); u++) {
            if (items(u) != 1) {
                return false;
            }
        }
        return true;
    }
}
