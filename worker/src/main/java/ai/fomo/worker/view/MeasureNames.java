package ai.fomo.worker.view;

import ai.fomo.domain.evaluation.Measure;

/** The measures in words. */
public final class MeasureNames {
    private MeasureNames() {}

    public static String of(Measure measure) {
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
            case HAMMING_LOSS -> "Hamming loss (less is better)";
            case CALIBRATION_ERROR -> "calibration error (less is better)";
        };
    }
}
