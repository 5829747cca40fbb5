package ai.fomo.worker.wiring;

/** What a worker can be told to serve, by the names that {@code --queues} takes. */
public enum WorkerQueue {
    WORKFLOWS,
    IO,
    /** Every source whose credentials are there. */
    SOURCES,
    FEATURES,
    TRAINING,
    CLASSIFY
}
