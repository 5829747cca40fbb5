package ai.fomo.activities.poster;

import ai.fomo.domain.registry.ModelName.Alias;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.learning.model.ModelFile;
import ai.fomo.learning.prediction.Predictor;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.registry.ModelStore;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The models that posters are asked of, kept in memory: a model's file never changes. */
public final class ServedModels {
    /** The champion, its predecessor, and one that somebody compares with. */
    private static final int KEPT = 3;

    private final ModelStore models;
    private final BlobStore blobs;
    private final Map<ModelVersion, Served> loaded = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ModelVersion, Served> eldest) {
            return size() > KEPT;
        }
    };

    public ServedModels(ModelStore models, BlobStore blobs) {
        this.models = models;
        this.blobs = blobs;
    }

    /** A model, ready to be asked. */
    public record Served(ModelVersion version, Predictor predictor) {}

    /**
     * Which model is meant.
     *
     * @param model {@code champion} or null, {@code previous}, or a version
     * @throws ai.fomo.storage.registry.UnknownModelException where there is none of that name
     */
    public ModelVersion resolve(@Nullable String model) {
        return models.require(model == null ? Alias.CHAMPION.label() : model).version();
    }

    /** The model itself, read once. */
    public synchronized Served load(ModelVersion version) {
        return loaded.computeIfAbsent(version, missing -> {
            ModelFile file = ModelFile.parse(blobs.get(BlobKind.MODELS, missing.digest()));
            return new Served(missing, Predictor.of(file));
        });
    }
}
