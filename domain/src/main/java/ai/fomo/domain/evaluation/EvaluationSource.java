package ai.fomo.domain.evaluation;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.registry.ModelVersion;
import org.jspecify.annotations.Nullable;

/**
 * All that an evaluation was computed from: the same again ends in the same bytes.
 *
 * @param run that trained the model
 * @param dataset whose test items were judged
 * @param scores of the test items, in {@code evaluations/}
 * @param posters labelled posters that were judged too, all of the dataset; null where there were none
 * @param posterScores null where {@code posters} is
 * @param champion who was in use, even where it could not be compared with: a verdict holds beside this one only; null where
 *     there was none
 * @param overlap of the test items and posters with what the model was trained on
 */
public record EvaluationSource(
        RunId run,
        ModelVersion model,
        Sha256 dataset,
        Sha256 scores,
        @Nullable Sha256 posters,
        @Nullable Sha256 posterScores,
        TrainingOverlap overlap,
        Bootstrap bootstrap,
        @Nullable ModelVersion champion) {}
