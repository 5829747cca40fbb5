package ai.fomo.domain.evaluation;

/** Bins of equal width for confidences, as many as Guo et al. 2017 used. */
final class CalibrationBins {
    static final int NUMBER = 15;

    private CalibrationBins() {}

    /** Each bin begins where it says, and the last one holds 1 too. */
    static int of(double confidence) {
        return Math.min((int) (confidence * NUMBER), NUMBER - 1);
    }

    static double low(int bin) {
        return (double) bin / NUMBER;
    }
}
