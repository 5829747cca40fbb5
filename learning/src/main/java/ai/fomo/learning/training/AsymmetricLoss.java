package ai.fomo.learning.training;

/**
 * Asymmetric loss: Ridnik et al. 2021, "Asymmetric Loss For Multi-Label Classification", arXiv 2009.14119, equations 4 to 7.
 *
 * <p>With p = sigmoid(x): a positive costs -(1 - p)^gammaPositive log(p); a negative, by its shifted probability
 * q = max(p - margin, 0), costs -q^gammaNegative log(1 - q), so that easy negatives count little and the easiest nothing. The
 * gradient goes through the focusing factors too, as in the paper; the authors' program can leave it out.
 */
final class AsymmetricLoss extends LogitsLoss {
    private final double gammaPositive;
    private final double gammaNegative;
    private final double margin;

    AsymmetricLoss(double gammaPositive, double gammaNegative, double margin) {
        this.gammaPositive = gammaPositive;
        this.gammaNegative = gammaNegative;
        this.margin = margin;
    }

    static AsymmetricLoss ofThePaper() {
        return new AsymmetricLoss(0, 4, 0.05);
    }

    @Override
    double loss(double logit, double target, int genre) {
        return target * positive(logit) + (1 - target) * negative(logit);
    }

    @Override
    double slope(double logit, double target, int genre) {
        return target * positiveSlope(logit) + (1 - target) * negativeSlope(logit);
    }

    private double positive(double x) {
        return Math.pow(sigmoid(-x), gammaPositive) * softplus(-x);
    }

    private double positiveSlope(double x) {
        double miss = sigmoid(-x);
        return -Math.pow(miss, gammaPositive) * (gammaPositive * sigmoid(x) * softplus(-x) + miss);
    }

    private double negative(double x) {
        double shifted = shifted(x);
        return shifted == 0 ? 0 : -Math.pow(shifted, gammaNegative) * Math.log1p(-shifted);
    }

    private double negativeSlope(double x) {
        double shifted = shifted(x);
        if (shifted == 0) {
            return 0;
        }
        double byShifted = -gammaNegative * Math.pow(shifted, gammaNegative - 1) * Math.log1p(-shifted)
                + Math.pow(shifted, gammaNegative) / (1 - shifted);
        return byShifted * sigmoid(x) * sigmoid(-x);
    }

    /** With a margin it stays below 1 - margin, so that its logarithm is finite at any logit; without, as long as 1 - p is. */
    private double shifted(double x) {
        return Math.max(sigmoid(x) - margin, 0);
    }

    @Override
    public String name() {
        return "asymmetric loss of logits";
    }
}
