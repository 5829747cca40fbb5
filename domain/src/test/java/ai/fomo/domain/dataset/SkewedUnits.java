package ai.fomo.domain.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Made-up units like a catalogue of music: few classes are frequent, most are rare, and an artist's images are alike. */
final class SkewedUnits {
    static final int CLASSES = 16;
    private static final double MOST_FREQUENT = 0.33;
    private static final double RAREST = 0.007;

    private SkewedUnits() {}

    static List<StratificationUnit> singles(int units, long seed) {
        return units(units, 1, seed);
    }

    /** Of 1 to 60 items, most of few. */
    static List<StratificationUnit> groups(int units, long seed) {
        return units(units, 60, seed);
    }

    private static List<StratificationUnit> units(int units, int largest, long seed) {
        Random random = new Random(seed);
        List<StratificationUnit> made = new ArrayList<>();
        for (int u = 0; u < units; u++) {
            int items = (int) Math.min(largest, Math.pow(1 - random.nextDouble(), -0.8));
            boolean[] usual = new boolean[CLASSES];
            for (int c = 0; c < CLASSES; c++) {
                double rate = MOST_FREQUENT * Math.pow(RAREST / MOST_FREQUENT, c / (CLASSES - 1.0));
                usual[c] = random.nextDouble() < rate;
            }
            int[] counts = new int[CLASSES];
            for (int item = 0; item < items; item++) {
                for (int c = 0; c < CLASSES; c++) {
                    counts[c] += usual[c] && (item == 0 || random.nextInt(4) > 0) ? 1 : 0;
                }
            }
            made.add(StratificationUnit.of("artist " + u, items, CLASSES, counts));
        }
        return made;
    }

    static int[] allFree(List<StratificationUnit> units) {
        int[] free = new int[units.size()];
        Arrays.fill(free, -1);
        return free;
    }

    /** Items by class, and of all after the last class, of the units at {@code indices}. */
    static long[] totals(List<StratificationUnit> units, IntStream indices) {
        long[] totals = new long[CLASSES + 1];
        indices.forEach(i -> {
            StratificationUnit unit = units.get(i);
            totals[CLASSES] += unit.items();
            for (int k = 0; k < unit.classes().length; k++) {
                totals[unit.classes()[k]] += unit.counts()[k];
            }
        });
        return totals;
    }

    static long[] totals(List<StratificationUnit> units) {
        return totals(units, IntStream.range(0, units.size()));
    }

    /** Over the classes, the largest |share in the part / share in all - 1|. */
    static double deviation(long[] part, long[] all) {
        return IntStream.range(0, CLASSES)
                .filter(c -> all[c] > 0)
                .mapToDouble(c -> Math.abs((double) part[c] * all[CLASSES] / part[CLASSES] / all[c] - 1))
                .max()
                .orElse(0);
    }
}
