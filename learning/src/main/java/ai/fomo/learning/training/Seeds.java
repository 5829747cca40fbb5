package ai.fomo.learning.training;

import java.util.Random;

/** Random state as a function of (seed, epoch, step, purpose): nothing is carried on in a stream, so a resume is exact. */
final class Seeds {
    enum Purpose {
        INITIAL_WEIGHTS(1),
        ORDER(2),
        DROPOUT(3),
        VIEW(4);

        private final int number;

        Purpose(int number) {
            this.number = number;
        }
    }

    private Seeds() {}

    /** @param step 0 for what an epoch decides once */
    static long of(long seed, int epoch, int step, Purpose purpose) {
        long mixed = mix(mix(mix(mix(seed) + epoch) + step) + purpose.number);
        // ND4J takes 0 for the clock.
        return mixed == 0 ? 1 : mixed;
    }

    /** The order in which an epoch goes through the items. */
    static int[] order(int items, long seed, int epoch) {
        int[] order = new int[items];
        for (int i = 0; i < items; i++) {
            order[i] = i;
        }
        Random random = new Random(of(seed, epoch, 0, Purpose.ORDER));
        for (int i = items - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    /** Which of its views each item is seen in, in an epoch. */
    static int[] views(int items, int views, long seed, int epoch) {
        int[] drawn = new int[items];
        if (views > 1) {
            Random random = new Random(of(seed, epoch, 0, Purpose.VIEW));
            for (int i = 0; i < items; i++) {
                drawn[i] = random.nextInt(views);
            }
        }
        return drawn;
    }

    /** The finaliser of SplitMix64: neighbouring inputs come out unrelated. */
    static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
