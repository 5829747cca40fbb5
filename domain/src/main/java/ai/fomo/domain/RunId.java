package ai.fomo.domain;

/** A retraining, by the id of its workflow: {@code retrain-<dataset>-<n>}. */
public record RunId(String value) {
    public RunId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a run id must not be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
