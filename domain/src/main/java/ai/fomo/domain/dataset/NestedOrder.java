package ai.fomo.domain.dataset;

import ai.fomo.domain.SplitMix64;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts units into an order of which every beginning has about the shares of classes that all units have. Beginnings of one
 * order contain one another, so subsets taken from it are nested.
 *
 * <p>A short beginning is lengthened step by step, and what is added is put in order by stratified halves, these again halved.
 * Each time the whole beginning that results is held against all units, so roundings do not add up.
 *
 * <p>Promised: a class that any unit has is in every beginning of at least as many units as there are classes, since the
 * order begins with units that cover the classes one by one.
 */
public final class NestedOrder {
    private static final int PROPOSALS_PER_UNIT = 5;
    private static final int MOST_PROPOSALS = 100_000;
    /** Lengthening chooses from this many times the items that it needs. */
    private static final int CHOICE = 32;
    /** Units whose beginning has this many times their items are not refined, as it would hardly change. */
    private static final long COARSE = 100;
    /** Units whose beginning has this many times their items come in any order. */
    private static final long NEGLIGIBLE = 1000;

    private final long[] totals;
    private final long[] before;
    private final int[] order;
    private final SplitMix64 random;
    private int placed;

    private NestedOrder(UnitTable table, long seed) {
        this.totals = table.totals();
        this.before = new long[totals.length];
        this.order = new int[table.units()];
        this.random = new SplitMix64(seed);
    }

    /** @return indices of {@code units}; depends on the units and the seed, not on the order in which they are given */
    public static int[] of(List<StratificationUnit> units, int classes, long seed) {
        int[] canonical = UnitTable.canonicalOrder(units, seed);
        UnitTable table = UnitTable.of(units, canonical, classes);
        NestedOrder nested = new NestedOrder(table, seed);
        int[] rest = nested.coverClasses(table);
        nested.extend(table.at(rest), rest);
        return Arrays.stream(nested.order).map(u -> canonical[u]).toArray();
    }

    private void append(UnitTable table, int unit, int id) {
        for (int e = table.start()[unit]; e < table.start()[unit + 1]; e++) {
            before[table.classOf()[e]] += table.countOf()[e];
        }
        order[placed++] = id;
    }

    /** Rare classes first, by small units first; returns what is left, in canonical order. */
    private int[] coverClasses(UnitTable table) {
        int[][] unitsByClass = table.unitsByClass();
        Integer[] rarestFirst = new Integer[table.any()];
        Arrays.setAll(rarestFirst, c -> c);
        Arrays.sort(rarestFirst, Comparator.comparingLong(c -> totals[c]));
        for (int c : rarestFirst) {
            if (before[c] == 0 && totals[c] > 0) {
                // Canonical order ends with the smallest units.
                int unit = unitsByClass[c][unitsByClass[c].length - 1];
                append(table, unit, unit);
            }
        }
        return without(table.units(), Arrays.copyOf(order, placed));
    }

    private static int[] without(int units, int[] taken) {
        boolean[] gone = new boolean[units];
        for (int unit : taken) {
            gone[unit] = true;
        }
        return IntStream.range(0, units).filter(u -> !gone[u]).toArray();
    }

    /**
     * Lengthens the beginning by half, and again, each time by the best of what is left: groups of which several items have
     * a rare class fit a long beginning only, and the shorter it is, the more choice it needs.
     */
    private void extend(UnitTable table, int[] ids) {
        UnitTable rest = table;
        int[] restIds = ids;
        while (restIds.length > 1 && 2 * before[table.any()] < totals[table.any()]) {
            int items = (int) Math.max(1, before[table.any()] / 2);
            int[] pool = pool(rest, items);
            Allocation division = divide(rest.at(pool), items, MOST_PROPOSALS);
            int[] next = at(pool, members(division, 0));
            arrange(rest.at(next), at(restIds, next));
            int[] later = without(restIds.length, next);
            rest = rest.at(later);
            restIds = at(restIds, later);
        }
        arrange(rest, restIds);
    }

    /** Enough units to choose from, evenly from large and small, so that a short beginning costs no look at all units. */
    private int[] pool(UnitTable rest, int items) {
        int stride = (int) Math.max(1, rest.totals()[rest.any()] / ((long) CHOICE * items));
        int first = random.next(stride);
        return IntStream.range(0, rest.units())
                .filter(u -> u % stride == first || rest.units() < 2 * stride)
                .toArray();
    }

    private void arrange(UnitTable table, int[] ids) {
        int items = (int) table.totals()[table.any()];
        if (ids.length == 1 || items * NEGLIGIBLE < before[table.any()]) {
            appendInAnyOrder(table, ids);
        } else if (ids.length > 1) {
            Allocation halves = divide(table, items / 2, items * COARSE < before[table.any()] ? 0 : MOST_PROPOSALS);
            for (int half = 0; half < 2; half++) {
                int[] members = members(halves, half);
                arrange(table.at(members), at(ids, members));
            }
        }
    }

    private void appendInAnyOrder(UnitTable table, int[] ids) {
        int[] shuffled = IntStream.range(0, ids.length).toArray();
        for (int last = ids.length - 1; last >= 0; last--) {
            int drawn = random.next(last + 1);
            int unit = shuffled[drawn];
            shuffled[drawn] = shuffled[last];
            append(table, unit, ids[unit]);
        }
    }

    /** Units in part 0 of about {@code first} items, which come next, and in part 1. Neither is empty. */
    private Allocation divide(UnitTable table, int first, int mostProposals) {
        Allocation division = new Allocation(table, goal(table, first));
        int[][] unitsByClass = table.unitsByClass();
        IterativeStratification.fill(division, unitsByClass, random);
        CoverageRepair.repair(division, unitsByClass, random);
        int proposals = (int) Math.min(mostProposals, (long) PROPOSALS_PER_UNIT * table.units());
        DeviationDescent.descend(division, unitsByClass, proposals, random);
        return division;
    }

    private static int[] members(Allocation division, int part) {
        return IntStream.range(0, division.table().units())
                .filter(u -> division.part(u) == part)
                .toArray();
    }

    private static int[] at(int[] ids, int[] members) {
        return Arrays.stream(members).map(u -> ids[u]).toArray();
    }

    /** Deviations weigh by their ratio to the class's items; the size as much as all classes together. */
    private Goal goal(UnitTable table, int first) {
        int stride = totals.length;
        int any = table.any();
        long[] here = table.totals();
        double[] wanted = new double[2 * stride];
        double[] weight = new double[2 * stride];
        boolean[] required = new boolean[2 * stride];
        for (int c = 0; c < stride; c++) {
            wanted[c] = (double) totals[c] * (before[any] + first) / totals[any] - before[c];
            wanted[stride + c] = here[c] - wanted[c];
            double scale = (double) totals[any] / Math.max(1, totals[c]);
            weight[c] = (c == any ? stride : 1) * scale * scale;
            weight[stride + c] = weight[c];
        }
        required[any] = true;
        required[stride + any] = true;
        return new Goal(new int[] {first, (int) (here[any] - first)}, wanted, weight, new int[2 * stride], required);
    }
}
