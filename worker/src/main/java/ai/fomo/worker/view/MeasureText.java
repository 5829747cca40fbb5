package ai.fomo.worker.view;

import ai.fomo.domain.evaluation.GenreMeasure;
import ai.fomo.domain.evaluation.Measure;

/** Words for what a model is measured by. */
public final class MeasureText {
    private MeasureText() {}

    /** {@code mean average precision}. */
    public static String title(Measure measure) {
        return switch (measure) {
            case MEAN_AVERAGE_PRECISION -> "mean average precision";
            case MACRO_AUC -> "AUC, mean over genres";
            case MACRO_F1 -> "F1, mean over genres";
            case MICRO_F1 -> "F1, all pairs";
            case SAMPLE_F1 -> "F1, mean over images";
            case MACRO_PRECISION -> "precision, mean over genres";
            case MICRO_PRECISION -> "precision, all pairs";
            case SAMPLE_PRECISION -> "precision, mean over images";
            case MACRO_RECALL -> "recall, mean over genres";
            case MICRO_RECALL -> "recall, all pairs";
            case SAMPLE_RECALL -> "recall, mean over images";
            case AT_LEAST_ONE -> "at least one genre right";
            case TOP_1 -> "most probable genre right";
            case TOP_2 -> "one of the two most probable right";
            case SUBSET_ACCURACY -> "exactly the true genres";
            case HAMMING_LOSS -> "wrong pairs (Hamming loss)";
            case CALIBRATION_ERROR -> "expected calibration error";
        };
    }

    /** The same for a terminal, which has no room for explanations: the losses say which way they point. */
    static String line(Measure measure) {
        return switch (measure) {
            case HAMMING_LOSS -> "Hamming loss (less is better)";
            case CALIBRATION_ERROR -> "calibration error (less is better)";
            default -> title(measure);
        };
    }

    /** What its constant is; empty where that is the one that names as many genres as the model. */
    public static String explanation(Measure measure) {
        return switch (measure) {
            case MEAN_AVERAGE_PRECISION -> "beside the mean prevalence";
            case MACRO_AUC -> "beside one half";
            case TOP_1 -> "beside the most frequent genre";
            case TOP_2 -> "beside the two most frequent genres";
            case CALIBRATION_ERROR -> "beside a scorer that gives each genre its share in training";
            case HAMMING_LOSS -> "beside the constant that names as many";
            case MACRO_F1,
                    MICRO_F1,
                    SAMPLE_F1,
                    MACRO_PRECISION,
                    MICRO_PRECISION,
                    SAMPLE_PRECISION,
                    MACRO_RECALL,
                    MICRO_RECALL,
                    SAMPLE_RECALL,
                    AT_LEAST_ONE,
                    SUBSET_ACCURACY -> "";
        };
    }

    /** {@code average precision}. */
    public static String title(GenreMeasure measure) {
        return switch (measure) {
            case AVERAGE_PRECISION -> "average precision";
            case AUC -> "AUC";
            case PRECISION -> "precision";
            case RECALL -> "recall";
            case F1 -> "F1";
        };
    }
}
