package ai.fomo.domain.dataset;

import ai.fomo.domain.SplitMix64;

/**
 * Iterative stratification (Sechidis, Tsoumakas, Vlahavas 2011, "On the stratification of multi-label data"): the class with
 * the fewest items left goes first, and each of its units to the part that lacks most of that class, then of any.
 *
 * <p>Here a unit is many items, and goes where it fits if it fits anywhere: parts of single items are so filled exactly.
 * Each class is taken once, so the time is linear in the units' entries.
 */
final class IterativeStratification {
    private final Allocation allocation;
    private final UnitTable table;
    private final SplitMix64 random;

    private IterativeStratification(Allocation allocation, SplitMix64 random) {
        this.allocation = allocation;
        this.table = allocation.table();
        this.random = random;
    }

    static void fill(Allocation allocation, int[][] unitsByClass, SplitMix64 random) {
        new IterativeStratification(allocation, random).fill(unitsByClass);
    }

    private void fill(int[][] unitsByClass) {
        long[] left = table.totals();
        for (int rarest = rarest(left); rarest >= 0; rarest = rarest(left)) {
            for (int unit : unitsByClass[rarest]) {
                if (allocation.part(unit) == Allocation.NOWHERE) {
                    allocation.place(unit, neediest(unit, rarest));
                    for (int e = table.start()[unit]; e < table.start()[unit + 1]; e++) {
                        left[table.classOf()[e]] -= table.countOf()[e];
                    }
                }
            }
        }
    }

    /** Of equally rare classes the first, so "any item at all" comes last; -1 where nothing is left. */
    private static int rarest(long[] left) {
        int rarest = -1;
        for (int c = 0; c < left.length; c++) {
            if (left[c] > 0 && (rarest < 0 || left[c] < left[rarest])) {
                rarest = c;
            }
        }
        return rarest;
    }

    private int neediest(int unit, int c) {
        int parts = allocation.goal().parts();
        int first = random.next(parts);
        int best = first;
        for (int i = 1; i < parts; i++) {
            int part = (first + i) % parts;
            if (needsMore(part, best, unit, c)) {
                best = part;
            }
        }
        return best;
    }

    private boolean needsMore(int part, int best, int unit, int c) {
        int items = table.items(unit);
        boolean fits = allocation.room(part) >= items;
        if (fits != allocation.room(best) >= items) {
            return fits;
        }
        double more = fits ? allocation.lacking(part, c) - allocation.lacking(best, c) : 0;
        return more > 0 || (more == 0 && allocation.room(part) > allocation.room(best));
    }
}
