package ai.fomo.domain.evaluation;

/**
 * What a model is measured by in one class; of each, more is better. The constant beside it names the class as often as the
 * model does, without looking: its precision is the class's prevalence, its recall the share of items that the class is named
 * for.
 */
public enum GenreMeasure {
    /** Beside the prevalence. */
    AVERAGE_PRECISION("averagePrecision"),
    /** Beside 0.5. */
    AUC("auc"),
    PRECISION("precision"),
    RECALL("recall"),
    /** The best constant is the one that names the class for every item. */
    F1("f1");

    private final String label;

    GenreMeasure(String label) {
        this.label = label;
    }

    /** As policies, files and tables write it: {@code averagePrecision}. */
    public String label() {
        return label;
    }
}
