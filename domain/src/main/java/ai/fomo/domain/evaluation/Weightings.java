package ai.fomo.domain.evaluation;

import java.util.Arrays;

/**
 * How often each group counts, in some draws at once: going through items or groups is what takes the time, and counting for many
 * draws on the way costs little more than for one.
 */
final class Weightings {
    private final int number;
    private final int[] byGroup;

    private Weightings(int number, int[] byGroup) {
        this.number = number;
        this.byGroup = byGroup;
    }

    /** A single one, in which each group counts once: the items as they are. */
    static Weightings once(int groups) {
        int[] once = new int[groups];
        Arrays.fill(once, 1);
        return new Weightings(1, once);
    }

    /** @param draws an array for each draw, of as many weights as there are groups */
    static Weightings of(int[]... draws) {
        int[] byGroup = new int[draws[0].length * draws.length];
        for (int draw = 0; draw < draws.length; draw++) {
            for (int group = 0; group < draws[draw].length; group++) {
                byGroup[group * draws.length + draw] = draws[draw][group];
            }
        }
        return new Weightings(draws.length, byGroup);
    }

    int number() {
        return number;
    }

    int groups() {
        return byGroup.length / number;
    }

    /** The weights of the first group in each draw, then those of the second, and so on; not to be written to. */
    int[] byGroup() {
        return byGroup;
    }
}
