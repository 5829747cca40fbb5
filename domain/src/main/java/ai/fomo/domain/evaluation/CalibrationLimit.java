package ai.fomo.domain.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A confidence has to mean what it says. The expected calibration error of a perfect model is above zero on few items, since no
 * bin holds just the share that it should; so the limit is on what exceeds that (compare Roelofs et al. 2022, "Mitigating
 * Bias in Calibration Error Estimation").
 *
 * @param limit in units of probability
 */
public record CalibrationLimit(double limit) implements GateRule {
    public CalibrationLimit {
        Limits.share("limit", limit);
    }

    @Override
    public String name() {
        return "calibration";
    }

    @Override
    public RuleVerdict judge(Evaluation evaluation) {
        double error = evaluation.test().figures().of(Measure.CALIBRATION_ERROR).value();
        double ofLuck = ofPerfectModel(evaluation.detail().calibration());
        return new RuleVerdict(
                name(),
                error <= limit + ofLuck,
                String.format(
                        Locale.ROOT,
                        "Confidence is off by %.3f on average (calibrationError) and may be by %.3f: %.3f, and the %.3f by"
                                + " which a perfect model would be off on so few items.",
                        error,
                        limit + ofLuck,
                        limit,
                        ofLuck),
                Map.of("calibrationError", error, "ofPerfectModel", ofLuck));
    }

    /** A bin's share of true pairs is then binomial; by its normal approximation the mean deviation is sd * sqrt(2 / pi). */
    private static double ofPerfectModel(List<CalibrationBin> bins) {
        double deviations = 0;
        double pairs = 0;
        for (CalibrationBin bin : bins) {
            deviations += Math.sqrt(bin.pairs() * bin.confidence() * (1 - bin.confidence()) * 2 / Math.PI);
            pairs += bin.pairs();
        }
        return pairs == 0 ? 0 : deviations / pairs;
    }
}
