package ai.fomo.domain.training;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One try at a training, on one backend: what a model's bytes depend on, and where they were made. A training that was
 * interrupted has several; equal bytes are promised where their backends are equal.
 *
 * @param features digest of the feature manifest
 * @param mirrored digest of that of the mirrored images; null where they are not trained on
 * @param backend ND4J's, with version, natives, instruction set, threads and device
 * @param resumedFrom null where it began at the beginning
 * @param passedOver checkpoints that could not be gone on from, each with the reason, in one sentence
 */
public record TrainingAttempt(
        RunId run,
        Sha256 features,
        @Nullable Sha256 mirrored,
        String codeVersion,
        String jdk,
        String backend,
        @Nullable Position resumedFrom,
        List<String> passedOver) {
    public TrainingAttempt {
        passedOver = List.copyOf(passedOver);
    }
}
