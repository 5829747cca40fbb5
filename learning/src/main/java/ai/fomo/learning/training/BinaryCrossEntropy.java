package ai.fomo.learning.training;

import java.util.Arrays;

/**
 * Binary cross-entropy of logits, where a class's positives may weigh more than its negatives: (1 - y) log(1 + exp(x)) + w y
 * log(1 + exp(-x)).
 */
final class BinaryCrossEntropy extends LogitsLoss {
    /** One cover of a genre is not allowed to pull as much as hundreds of others push. */
    private static final double LARGEST_WEIGHT = 10;

    private final double[] positiveWeights;

    private BinaryCrossEntropy(double[] positiveWeights) {
        this.positiveWeights = positiveWeights;
    }

    static BinaryCrossEntropy plain(int classes) {
        double[] ones = new double[classes];
        Arrays.fill(ones, 1);
        return new BinaryCrossEntropy(ones);
    }

    /** @param weights per class */
    static BinaryCrossEntropy weighted(double... weights) {
        return new BinaryCrossEntropy(weights.clone());
    }

    /** @param positives per class, of {@code items} */
    static BinaryCrossEntropy balanced(double[] positives, int items) {
        return new BinaryCrossEntropy(Arrays.stream(positives)
                .map(positive -> Math.min(LARGEST_WEIGHT, (items - positive) / Math.max(1, positive)))
                .toArray());
    }

    @Override
    double loss(double logit, double target, int genre) {
        return (1 - target) * softplus(logit) + target * positiveWeights[genre] * softplus(-logit);
    }

    @Override
    double slope(double logit, double target, int genre) {
        return (1 - target) * sigmoid(logit) - target * positiveWeights[genre] * sigmoid(-logit);
    }

    @Override
    public String name() {
        return "binary cross-entropy of logits";
    }
}
