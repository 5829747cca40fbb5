package ai.fomo.domain.evaluation;

import ai.fomo.domain.SplitMix64;

/**
 * How uncertainty is found out: groups are drawn with replacement, as many as there are, so that items that resemble each
 * other because an artist made them do not count as independent (cluster bootstrap; Davison and Hinkley 1997, 3.8).
 *
 * @param draws 0 for none, which leaves figures without intervals
 */
public record Bootstrap(int draws, long seed) {
    public Bootstrap {
        if (draws < 0) {
            throw new IllegalArgumentException("draws must not be negative, was " + draws);
        }
    }

    /** 1,000 draws of a fixed seed, so that equal scores have equal intervals. */
    public static Bootstrap standard() {
        return new Bootstrap(1000, 1);
    }

    public static Bootstrap none() {
        return new Bootstrap(0, 1);
    }

    /** Beside a judgement of all items, figures of many parts: fewer draws, of the same seed. */
    Bootstrap atMost(int most) {
        return new Bootstrap(Math.min(draws, most), seed);
    }

    /**
     * How often each group is in one draw.
     *
     * @param draw from 0; each has its own sequence of numbers, so that it is the same whoever draws it, and whatever else is drawn
     * @param groups how many there are
     */
    int[] weights(int draw, int groups) {
        SplitMix64 random = new SplitMix64(SplitMix64.hash(seed, "draw " + draw));
        int[] weights = new int[groups];
        for (int drawn = 0; drawn < groups; drawn++) {
            weights[random.next(groups)]++;
        }
        return weights;
    }
}
