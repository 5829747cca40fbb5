package ai.fomo.worker.lineage;

import ai.fomo.storage.poster.RecordedClassification;
import ai.fomo.storage.registry.ModelRow;
import ai.fomo.storage.training.RunRow;

/** What somebody wants to know the origin of. */
public sealed interface LineageSubject {
    record Prediction(RecordedClassification classification) implements LineageSubject {}

    record Model(ModelRow row) implements LineageSubject {}

    record Run(RunRow row) implements LineageSubject {}
}
