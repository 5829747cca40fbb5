package ai.fomo.domain.evaluation;

/** Sums over the items of each group, in columns: what a draw needs of the items, however many a group has. */
final class GroupSums {
    private final int columns;
    private final double[] sums;

    GroupSums(int groups, int columns) {
        this.columns = columns;
        this.sums = new double[Math.multiplyExact(groups, columns)];
    }

    void add(int group, int column, double amount) {
        sums[group * columns + column] += amount;
    }

    /**
     * Totals of all columns under several weightings at once: reading the sums is what takes the time. A total is added up in the
     * groups' order, whatever the other weightings are.
     */
    double[][] totals(int[][] weightings) {
        double[][] totals = new double[weightings.length][columns];
        for (int group = 0, row = 0; row < sums.length; group++, row += columns) {
            for (int w = 0; w < weightings.length; w++) {
                int weight = weightings[w][group];
                if (weight != 0) {
                    double[] total = totals[w];
                    for (int column = 0; column < columns; column++) {
                        total[column] += weight * sums[row + column];
                    }
                }
            }
        }
        return totals;
    }
}
