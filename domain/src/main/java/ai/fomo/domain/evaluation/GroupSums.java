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
     * Totals of all columns, an array for each weighting. A total is added up in the groups' order, whatever the other weightings are.
     */
    double[][] totals(Weightings weightings) {
        int number = weightings.number();
        int[] weights = weightings.byGroup();
        double[][] totals = new double[number][columns];
        for (int group = 0; group < weightings.groups(); group++) {
            int row = group * columns;
            for (int w = 0; w < number; w++) {
                int weight = weights[group * number + w];
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
