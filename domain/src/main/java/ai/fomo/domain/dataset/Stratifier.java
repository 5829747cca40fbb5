package ai.fomo.domain.dataset;

import ai.fomo.domain.SplitMix64;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Divides units into parts so that every class has about the same share in every part.
 *
 * <p>First {@link IterativeStratification}; then {@link CoverageRepair}, so that a class with enough units is in every part;
 * then {@link DeviationDescent}. What comes out depends on the units and the seed, not on the order of the units.
 */
public final class Stratifier {
    private static final int PROPOSALS_PER_UNIT = 40;
    private static final int MOST_PROPOSALS = 200_000;

    private Stratifier() {}

    /**
     * @param classes how many there are
     * @param shares of each part in the items; above 0, sum to 1
     * @param fixed part of a unit that has one already, otherwise -1; what is fixed counts towards its part
     * @return part of each unit, in the order of {@code units}. Every class with enough units has one in every part, as far
     *     as a bounded search finds how. Where all units are single items, parts have their share up to rounding, except
     *     where fixed units or a class would not allow it.
     */
    public static int[] assign(List<StratificationUnit> units, int classes, double[] shares, int[] fixed, long seed) {
        requireUsable(units, shares, fixed);
        int[] order = UnitTable.canonicalOrder(units, seed);
        int[] free = Arrays.stream(order).filter(u -> fixed[u] < 0).toArray();
        int[] settled = Arrays.stream(order).filter(u -> fixed[u] >= 0).toArray();
        UnitTable table = UnitTable.of(units, free, classes);
        int[] settledParts = Arrays.stream(settled).map(u -> fixed[u]).toArray();
        Goal goal = Goal.of(table, UnitTable.of(units, settled, classes), settledParts, shares);
        Allocation allocation = new Allocation(table, goal);
        if (free.length > 0) {
            fill(allocation, new SplitMix64(seed));
        }
        int[] parts = fixed.clone();
        for (int u = 0; u < free.length; u++) {
            parts[free[u]] = allocation.part(u);
        }
        return parts;
    }

    private static void fill(Allocation allocation, SplitMix64 random) {
        int[][] unitsByClass = allocation.table().unitsByClass();
        IterativeStratification.fill(allocation, unitsByClass, random);
        CoverageRepair.repair(allocation, unitsByClass, random);
        if (allocation.table().singles()) {
            restoreSizes(allocation);
        }
        int proposals = (int) Math.min(
                MOST_PROPOSALS, (long) PROPOSALS_PER_UNIT * allocation.table().units());
        DeviationDescent.descend(allocation, unitsByClass, proposals, random);
    }

    /** The repair moved a few units; others move back, those that do least harm and leave nothing missing. */
    private static void restoreSizes(Allocation allocation) {
        Comparator<Integer> byRoom = Comparator.comparingInt(allocation::room);
        for (int moves = allocation.table().units(); moves > 0; moves--) {
            int fullest = 0;
            int emptiest = 0;
            for (int part = 1; part < allocation.goal().parts(); part++) {
                fullest = byRoom.compare(part, fullest) < 0 ? part : fullest;
                emptiest = byRoom.compare(part, emptiest) > 0 ? part : emptiest;
            }
            int unit = allocation.room(fullest) >= 0 ? -1 : mostWillingToMove(allocation, fullest, emptiest);
            if (unit < 0) {
                return;
            }
            allocation.move(unit, emptiest);
        }
    }

    private static int mostWillingToMove(Allocation allocation, int from, int to) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int unit = 0; unit < allocation.table().units(); unit++) {
            if (allocation.part(unit) == from
                    && allocation.growth(unit, to) < least
                    && allocation.missingAfterMove(unit, to) <= 0) {
                least = allocation.growth(unit, to);
                best = unit;
            }
        }
        return best;
    }

    private static void requireUsable(List<StratificationUnit> units, double[] shares, int[] fixed) {
        if (fixed.length != units.size()) {
            throw new IllegalArgumentException(
                    units.size() + " units but " + fixed.length + " fixed parts; give -1 for a unit without one");
        }
        for (int part : fixed) {
            if (part >= shares.length) {
                throw new IllegalArgumentException("a unit is fixed to part " + part + " of " + shares.length);
            }
        }
        if (Arrays.stream(shares).anyMatch(share -> !(share > 0))
                || Math.abs(Arrays.stream(shares).sum() - 1) > 1e-6) {
            throw new IllegalArgumentException(
                    "shares of parts are above 0 and sum to 1, were " + Arrays.toString(shares));
        }
    }
}
