package ai.fomo.workflows.retrain;

import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.training.TrainingConfiguration;

/**
 * @param dataset name of the source that the dataset is built from
 * @param coversPerGenre how much of an outside source to sync; see {@code CatalogueRequest}
 * @param encoder by name
 */
public record RetrainRequest(
        String dataset,
        SourceKind kind,
        int coversPerGenre,
        String encoder,
        TrainingConfiguration configuration,
        Approval approval) {}
