package ai.fomo.domain.dataset;

import ai.fomo.domain.SplitMix64;
import java.util.Arrays;

/**
 * Moves units until every part has what it has to have. To meet all requirements at once is a satisfiability problem
 * (with two parts: set splitting), so this is a local search in the manner of WalkSAT (Selman, Kautz, Cohen 1994): take a
 * missing class at random, move the unit that breaks least, at times any, and keep the best that was seen.
 */
final class CoverageRepair {
    private static final int STEPS = 100_000;
    /** Classes with more units than this are looked at by samples: where there are so many, one does little harm. */
    private static final int CANDIDATES = 64;

    private final Allocation allocation;
    private final int[][] unitsByClass;
    private final SplitMix64 random;

    private CoverageRepair(Allocation allocation, int[][] unitsByClass, SplitMix64 random) {
        this.allocation = allocation;
        this.unitsByClass = unitsByClass;
        this.random = random;
    }

    static void repair(Allocation allocation, int[][] unitsByClass, SplitMix64 random) {
        new CoverageRepair(allocation, unitsByClass, random).repair();
    }

    private void repair() {
        int missing = allocation.missing();
        int fewest = missing;
        int[] best = missing == 0 ? new int[0] : allocation.parts();
        for (int step = 0; step < STEPS && missing > 0; step++) {
            int pair = aMissingPair(random.next(missing));
            int part = pair / unitsByClass.length;
            int unit = candidate(part, unitsByClass[pair % unitsByClass.length]);
            missing += allocation.missingAfterMove(unit, part);
            allocation.move(unit, part);
            if (missing < fewest) {
                fewest = missing;
                best = allocation.parts();
            }
        }
        if (missing > fewest) {
            for (int unit = 0; unit < best.length; unit++) {
                allocation.move(unit, best[unit]);
            }
        }
    }

    private int aMissingPair(int skip) {
        int left = skip;
        for (int pair = 0; ; pair++) {
            if (allocation.misses(pair / unitsByClass.length, pair % unitsByClass.length) && left-- == 0) {
                return pair;
            }
        }
    }

    /** All of the class's units are elsewhere, since the part has none. */
    private int candidate(int part, int[] units) {
        int[] candidates = units;
        if (units.length > CANDIDATES) {
            candidates = new int[CANDIDATES];
            Arrays.setAll(candidates, i -> units[random.next(units.length)]);
        }
        if (random.next(8) == 0) {
            return candidates[random.next(candidates.length)];
        }
        int best = -1;
        int least = Integer.MAX_VALUE;
        int first = random.next(candidates.length);
        for (int i = 0; i < candidates.length; i++) {
            int unit = candidates[(first + i) % candidates.length];
            int more = allocation.missingAfterMove(unit, part);
            if (more < least) {
                least = more;
                best = unit;
            }
        }
        return best;
    }
}
