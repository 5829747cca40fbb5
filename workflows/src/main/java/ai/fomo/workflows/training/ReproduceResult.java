package ai.fomo.workflows.training;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A training beside its repetition.
 *
 * @param model digest of the original's
 * @param reproduced digest of the reproduction's; null where there is none
 * @param epochs of the original
 * @param differences in what came of it: none where the outcome is {@link ReproductionOutcome#SAME}
 * @param madeBy differences in what it was made by, which may be why there are others
 */
public record ReproduceResult(
        RunId original,
        RunId reproduction,
        ReproductionOutcome outcome,
        Sha256 model,
        @Nullable Sha256 reproduced,
        int epochs,
        List<Difference> differences,
        List<Difference> madeBy) {
    public ReproduceResult {
        differences = List.copyOf(differences);
        madeBy = List.copyOf(madeBy);
    }

    /** In one sentence. */
    public String inWords() {
        return outcome == ReproductionOutcome.SAME
                ? original + " and " + reproduction + ": the same model, to the byte: " + model + "; " + epochs
                        + " epochs alike"
                : original + " and " + reproduction + " differ in " + differences.size()
                        + (differences.size() == 1 ? " value" : " values");
    }
}
