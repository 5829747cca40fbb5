package ai.fomo.storage.blob;

import java.util.Locale;

/** What a blob is; its first path element in the bucket. */
public enum BlobKind {
    COVERS,
    POSTERS,
    DATASETS,
    FEATURES,
    /** Of encoders that do not ship with the platform. */
    WEIGHTS,
    CHECKPOINTS,
    MODELS,
    /** Scores of judged items, and evaluations as JSON. */
    EVALUATIONS,
    /** Pages and model cards, made from evaluations. */
    REPORTS;

    /** As paths and rows write it: {@code covers}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
