package ai.fomo.domain.dataset;

import ai.fomo.domain.SplitMix64;

/**
 * Lowers the deviation of an {@link Allocation} from its goal by swapping two units, or moving one, where that helps and
 * nothing required is lost. Units are drawn by way of a class, each class equally often, as the share of a rare one is the
 * first to be off.
 */
final class DeviationDescent {
    private final Allocation allocation;
    private final int[][] unitsByClass;
    private final SplitMix64 random;

    private DeviationDescent(Allocation allocation, int[][] unitsByClass, SplitMix64 random) {
        this.allocation = allocation;
        this.unitsByClass = unitsByClass;
        this.random = random;
    }

    /** Tries {@code proposals} random changes and keeps those that help. Single items are swapped only: sizes stay. */
    static void descend(Allocation allocation, int[][] unitsByClass, int proposals, SplitMix64 random) {
        new DeviationDescent(allocation, unitsByClass, random).descend(proposals);
    }

    private void descend(int proposals) {
        boolean singles = allocation.table().singles();
        for (int i = 0; i < proposals; i++) {
            int one = aUnit();
            int other = aUnit();
            if (allocation.part(one) == allocation.part(other)) {
                continue;
            }
            if (singles || random.next(2) == 0) {
                swapIfBetter(one, other);
            } else {
                moveIfBetter(one, allocation.part(other));
            }
        }
    }

    private int aUnit() {
        int[] units = unitsByClass[random.next(unitsByClass.length)];
        return units.length == 0 ? random.next(allocation.table().units()) : units[random.next(units.length)];
    }

    private void moveIfBetter(int unit, int to) {
        if (allocation.growth(unit, to) < 0 && allocation.missingAfterMove(unit, to) <= 0) {
            allocation.move(unit, to);
        }
    }

    private void swapIfBetter(int one, int other) {
        int from = allocation.part(one);
        int to = allocation.part(other);
        int missing = allocation.missingAfterMove(one, to);
        double growth = allocation.growth(one, to);
        allocation.move(one, to);
        growth += allocation.growth(other, from);
        missing += allocation.missingAfterMove(other, from);
        if (growth < 0 && missing <= 0) {
            allocation.move(other, from);
        } else {
            allocation.move(one, from);
        }
    }
}
