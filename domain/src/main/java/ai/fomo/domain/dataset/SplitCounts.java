package ai.fomo.domain.dataset;

/** Items per split. */
public record SplitCounts(int train, int validation, int test) {
    public int total() {
        return train + validation + test;
    }
}
