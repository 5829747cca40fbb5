package ai.fomo.activities.evaluation;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.Comparison;
import ai.fomo.domain.registry.ModelVersion;

/**
 * The models of two runs on the test items that both were judged on.
 *
 * @param seen shared items left out because one of the two was trained on them
 * @param relabelled shared items left out because the two datasets label them differently
 */
public record RunComparison(Side first, Side second, int seen, int relabelled, Comparison comparison) {
    /**
     * @param dataset whose test items were judged
     * @param items how many they are
     */
    public record Side(RunId run, ModelVersion model, Sha256 dataset, int items) {}
}
