package ai.fomo.domain.dataset;

import java.util.Arrays;
import java.util.Comparator;

/**
 * What an {@link Allocation} aims at; by part and class as there.
 *
 * @param sizes whole items per part; sum to the items of all units
 * @param wanted items; a fraction of one, or below zero where units elsewhere hold more than the part's share
 * @param weight of a squared deviation from {@code wanted}
 * @param present units elsewhere (fixed ones) that the part already has of the class
 * @param required whether the part has to have a unit of the class
 */
record Goal(int[] sizes, double[] wanted, double[] weight, int[] present, boolean[] required) {
    int parts() {
        return sizes.length;
    }

    /**
     * Every part wants its share of every class, and needs those classes of which there are units enough for all parts.
     * Deviations weigh by their ratio to the share, as that is how they are judged; the size as much as all classes together.
     *
     * @param settled units that have a part, {@code partOf}
     */
    static Goal of(UnitTable free, UnitTable settled, int[] partOf, double[] shares) {
        int stride = free.any() + 1;
        int[] present = new int[shares.length * stride];
        int[] held = new int[shares.length * stride];
        for (int u = 0; u < settled.units(); u++) {
            for (int e = settled.start()[u]; e < settled.start()[u + 1]; e++) {
                present[partOf[u] * stride + settled.classOf()[e]]++;
                held[partOf[u] * stride + settled.classOf()[e]] += settled.countOf()[e];
            }
        }
        int[][] freeUnits = free.unitsByClass();
        long[] freeTotals = free.totals();
        long[] settledTotals = settled.totals();
        double[] wanted = new double[held.length];
        double[] weight = new double[held.length];
        boolean[] required = new boolean[held.length];
        for (int c = 0; c < stride; c++) {
            int without = 0;
            for (int part = 0; part < shares.length; part++) {
                int at = part * stride + c;
                double share = shares[part] * (freeTotals[c] + settledTotals[c]);
                wanted[at] = share - held[at];
                weight[at] = share == 0 ? 0 : (c == free.any() ? free.any() + 1 : 1) / (share * share);
                without += present[at] == 0 ? 1 : 0;
            }
            for (int part = 0; part < shares.length; part++) {
                required[part * stride + c] = freeUnits[c].length >= without;
            }
        }
        double[] sizes = new double[shares.length];
        Arrays.setAll(sizes, part -> Math.max(0, wanted[part * stride + free.any()]));
        return new Goal(
                wholeNumbers(sizes, Math.toIntExact(freeTotals[free.any()])), wanted, weight, present, required);
    }

    /** Rounded by largest remainders (the earlier part first), in proportion to {@code sizes}, with the sum {@code total}. */
    static int[] wholeNumbers(double[] sizes, int total) {
        double sum = Arrays.stream(sizes).sum();
        int[] whole = new int[sizes.length];
        Integer[] byRemainder = new Integer[sizes.length];
        double[] remainder = new double[sizes.length];
        int left = total;
        for (int part = 0; part < sizes.length; part++) {
            double exact = sum == 0 ? 0 : sizes[part] * total / sum;
            whole[part] = (int) (exact + 1e-9);
            remainder[part] = exact - whole[part];
            left -= whole[part];
            byRemainder[part] = part;
        }
        Arrays.sort(byRemainder, Comparator.comparingDouble(part -> -remainder[part]));
        for (int i = 0; i < left; i++) {
            whole[byRemainder[i % whole.length]]++;
        }
        return whole;
    }
}
