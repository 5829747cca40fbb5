package ai.fomo.workflows.retrain;

/** How a retraining ended. */
public enum RetrainOutcome {
    PROMOTED,
    /** The gate said no. */
    REFUSED,
    /** A person said no, or nobody answered in time. */
    REJECTED,
    /** Another model became the champion meanwhile, more often than this run would judge again. */
    SUPERSEDED,
    /** The loss diverged. */
    FAILED
}
