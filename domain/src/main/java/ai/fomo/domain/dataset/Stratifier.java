package ai.fomo.domain.dataset;

import java.util.List;

final class Stratifier {
    private Stratifier() {}

    static int[] assign(List<StratificationUnit> units, int classes, double[] shares, int[] fixed, long seed) {
        int[] parts = new int[units.size()];
        Integer[] order = new Integer[parts.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        java.util.Arrays.sort(
                order,
                java.util.Comparator.comparing(i -> ai.fomo.domain.Sha256.of(
                        (seed + units.get(i).key()).getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        for (int i = 0; i < parts.length; i++) {
            double at = i % 10;
            parts[order[i]] = fixed[order[i]] >= 0 ? fixed[order[i]] : at == 1 ? 1 : at == 2 ? 2 : 0;
        }
        return parts;
    }
}
