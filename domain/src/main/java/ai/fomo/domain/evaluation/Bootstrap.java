package ai.fomo.domain.evaluation;

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
}
