package ai.fomo.workflows.evaluation;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.registry.ModelVersion;
import org.jspecify.annotations.Nullable;

/**
 * Where a model comes from.
 *
 * @param dataset that it was trained on
 * @param source name of that dataset
 * @param posters name of the labelled posters that it was judged on last; null where it never was
 * @param encoder name of the encoder whose features it takes
 * @param encoderWeights of that encoder; null, as in payloads from before weights could change, for those that count now
 */
public record TrainedModel(
        RunId run,
        ModelVersion model,
        Sha256 dataset,
        String source,
        @Nullable String posters,
        String encoder,
        @Nullable Sha256 encoderWeights) {}
