package ai.fomo.domain.dataset;

/** Images that have a class, by split. */
public record ClassCounts(String name, int train, int validation, int test) {
    public int total() {
        return train + validation + test;
    }
}
