package ai.fomo.workflows.dataset;

/**
 * Leaks of one kind.
 *
 * @param kind its label: {@code near-copy}
 * @param resolved that the dataset is free of
 * @param kept that it still has, because its source prescribes the splits
 */
public record LeakCount(String kind, int resolved, int kept) {}
