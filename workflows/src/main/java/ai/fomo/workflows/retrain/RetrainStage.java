package ai.fomo.workflows.retrain;

/** The steps of a retraining, in order. */
public enum RetrainStage {
    SYNC_CATALOGUE("syncCatalogue"),
    MAP_GENRES("mapGenres"),
    BUILD_DATASET("buildDataset"),
    FEATURES("features"),
    TRAIN("train"),
    CALIBRATE("calibrate"),
    EVALUATE("evaluate"),
    GATE("gate"),
    APPROVE("approve"),
    PROMOTE("promote"),
    DONE("done");

    private final String label;

    RetrainStage(String label) {
        this.label = label;
    }

    /** As JSON and people see it. */
    public String label() {
        return label;
    }
}
