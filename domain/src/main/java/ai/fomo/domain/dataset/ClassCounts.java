package ai.fomo.domain.dataset;

/** Images that have a class, by split. */
public record ClassCounts(String name, int train, int validation, int test) {
    public int total() {
        return train + validation + test;
    }

    /** Whether it is below the floor of a {@link RareClassRule}: too few examples in all, or none in some split. */
    public boolean isRare(int minimumExamples) {
        return total() < minimumExamples || train == 0 || validation == 0 || test == 0;
    }

    /** Whether its figures are to be taken with caution. */
    public boolean hasFewTestExamples() {
        return test < RareClassRule.FEW_TEST_EXAMPLES;
    }
}
