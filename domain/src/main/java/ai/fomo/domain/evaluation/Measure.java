package ai.fomo.domain.evaluation;

/**
 * What a model is measured by over all classes, each in [0, 1]. Precision, recall and F1 judge the served answer, fallback
 * included: {@code macro} is the mean over classes that some item truly has, {@code micro} counts pairs of item and class,
 * {@code sample} is the mean over items.
 */
public enum Measure {
    /** Mean over classes of average precision, beside mean prevalence. */
    MEAN_AVERAGE_PRECISION("mAP", true),
    /** Mean over classes of the area under the ROC curve, beside 0.5. */
    MACRO_AUC("macroAuc", true),
    MACRO_F1("macroF1", true),
    MICRO_F1("microF1", true),
    SAMPLE_F1("sampleF1", true),
    MACRO_PRECISION("macroPrecision", true),
    MICRO_PRECISION("microPrecision", true),
    SAMPLE_PRECISION("samplePrecision", true),
    MACRO_RECALL("macroRecall", true),
    MICRO_RECALL("microRecall", true),
    SAMPLE_RECALL("sampleRecall", true),
    /** Share of items with a true class among the served. */
    AT_LEAST_ONE("atLeastOne", true),
    /** Share of items whose most probable class is true, beside the most frequent class. */
    TOP_1("top1", true),
    /** Share of items with a true class among the two most probable, beside the two most frequent. */
    TOP_2("top2", true),
    /** Share of items whose served classes are exactly the true ones. */
    SUBSET_ACCURACY("subsetAccuracy", true),
    /** Share of pairs of item and class that are served and not true, or true and not served. */
    HAMMING_LOSS("hammingLoss", false),
    /**
     * Expected calibration error over all pairs of item and class, in 15 bins of equal width (Guo et al. 2017): how far
     * confidence lies from the share that is true. Beside a scorer that gives each class its share of the training items.
     */
    CALIBRATION_ERROR("calibrationError", false);

    private final String label;
    private final boolean higherIsBetter;

    Measure(String label, boolean higherIsBetter) {
        this.label = label;
        this.higherIsBetter = higherIsBetter;
    }

    /** As policies, files and tables write it: {@code mAP}. */
    public String label() {
        return label;
    }

    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /** By how much {@code value} is better than {@code other}; negative where it is worse. */
    public double gain(double value, double other) {
        return higherIsBetter ? value - other : other - value;
    }
}
