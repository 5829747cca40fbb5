package ai.fomo.learning.training;

import java.util.stream.IntStream;

/** Goes over many numbers with all cores. Which core takes which does not matter to what comes out: each number is its own. */
final class HostRanges {
    /**
     * Numbers at once: loops over arrays of Java become vector instructions, those over buffers do not, and copies of a few
     * such pieces stay in a core's nearest cache.
     */
    static final int PIECE = 1024;

    /** Numbers that are worth another core. */
    private static final int SMALLEST = 1 << 14;
    /** So many to each core that one that is held up does not hold up all. */
    private static final int PER_CORE = 4;

    private static final long LARGEST = 1 << 26;

    private HostRanges() {}

    @FunctionalInterface
    interface Work {
        /** @param count so few that their numbers have places of type int */
        void over(long from, int count);
    }

    static void parallel(long length, Work work) {
        parallelRows(length, 1, work);
    }

    /** @param work is given rows, of so many numbers each */
    static void parallelRows(long rows, int width, Work work) {
        long numbers = rows * width;
        long most = Math.max(
                (long) PER_CORE * Runtime.getRuntime().availableProcessors(), (numbers + LARGEST - 1) / LARGEST);
        int ranges = (int) Math.max(1, Math.min(Math.min(most, numbers / SMALLEST), rows));
        if (ranges == 1) {
            work.over(0, (int) rows);
            return;
        }
        IntStream.range(0, ranges).parallel().forEach(range -> {
            long from = rows * range / ranges;
            work.over(from, (int) (rows * (range + 1) / ranges - from));
        });
    }
}
