package ai.fomo.workflows.evaluation;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.registry.ModelVersion;

/**
 * Where a model comes from.
 *
 * @param dataset that it was trained on
 * @param source name of that dataset
 * @param encoder name of the encoder whose features it takes
 */
public record TrainedModel(RunId run, ModelVersion model, Sha256 dataset, String source, String encoder) {}
