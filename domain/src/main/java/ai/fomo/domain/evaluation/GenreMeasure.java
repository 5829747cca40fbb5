package ai.fomo.domain.evaluation;

import java.util.Arrays;
import java.util.stream.Collectors;

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

    /** @throws IllegalArgumentException naming all that there are, where {@code label} is none of them */
    public static GenreMeasure ofLabel(String label) {
        return Arrays.stream(values())
                .filter(measure -> measure.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no measure of a genre '" + label
                        + "'; there are "
                        + Arrays.stream(values()).map(GenreMeasure::label).collect(Collectors.joining(", "))));
    }
}
