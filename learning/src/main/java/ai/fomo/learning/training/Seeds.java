package ai.fomo.learning.training;

import java.util.Random;

/** Random state as a function of (seed, epoch, purpose): nothing is carried on in a stream, so a resume is exact. */
final class Seeds {
    enum Purpose {
        INITIAL_WEIGHTS(1),
        ORDER(2),
        DROPOUT(3);

        private final int number;

        Purpose(int number) {
            this.number = number;
        }
    }

    private Seeds() {}

    static long of(long seed, int epoch, Purpose purpose) {
        return mix(mix(mix(seed) + epoch) + purpose.number);
    }

    /** The order in which an epoch goes through the items. */
    static int[] order(int items, long seed, int epoch) {
        int[] order = new int[items];
        for (int i = 0; i < items; i++) {
            order[i] = i;
        }
        Random random = new Random(of(seed, epoch, Purpose.ORDER));
        for (int i = items - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    /** The finaliser of SplitMix64: neighbouring inputs come out unrelated. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
