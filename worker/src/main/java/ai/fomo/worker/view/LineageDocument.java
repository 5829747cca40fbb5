package ai.fomo.worker.view;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.poster.Classification;
import ai.fomo.domain.poster.Evidence;
import ai.fomo.domain.poster.GenreConfidence;
import ai.fomo.domain.registry.ModelName.Alias;
import ai.fomo.domain.training.TrainingAttempt;
import ai.fomo.storage.dataset.ItemOrigin;
import ai.fomo.storage.feature.FeatureCoverage;
import ai.fomo.storage.poster.RecordedClassification;
import ai.fomo.storage.registry.ModelRow;
import ai.fomo.storage.registry.RegisteredModel;
import ai.fomo.storage.training.RunRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The chain behind something, down to covers and genre map; also the JSON of {@code fomo lineage}.
 *
 * @param prediction null where the origin of a model or a run was asked for
 * @param attempts at the training of the run, in the order in which they began
 * @param models of a run all it has made: none where it ended before
 */
public record LineageDocument(
        @Nullable PredictionPart prediction, RunRow run, List<ModelPart> models, List<TrainingAttempt> attempts) {
    public record PredictionPart(
            Sha256 poster, int model, Instant classifiedAt, List<GenreConfidence> genres, Evidence evidence) {
        public static PredictionPart of(RecordedClassification made) {
            Classification classification = made.classification();
            return new PredictionPart(
                    classification.poster(),
                    classification.model().version(),
                    made.classifiedAt(),
                    classification.genres(),
                    classification.evidence());
        }
    }

    /** @param alias {@code champion}, {@code previous}, or null */
    public record ModelPart(
            int version,
            Sha256 digest,
            @Nullable String alias,
            Instant registeredAt,
            Sha256 taxonomy,
            String codeVersion,
            String jdk,
            String backend,
            EncoderId encoder,
            FeatureCoverage features,
            DataPart data) {
        public static ModelPart of(ModelRow row, FeatureCoverage features, DataPart data) {
            RegisteredModel model = row.model();
            Alias alias = row.alias();
            return new ModelPart(
                    row.version().version(),
                    row.version().digest(),
                    alias == null ? null : alias.label(),
                    row.registeredAt(),
                    model.taxonomy(),
                    model.codeVersion(),
                    model.jdk(),
                    model.backend(),
                    model.encoder(),
                    features,
                    data);
        }
    }

    /**
     * @param builtAt the last time in this way
     * @param map null where every label of the source is a class of its own
     * @param items every image of the dataset, with what its source calls the covers that show it
     */
    public record DataPart(
            Dataset dataset,
            Instant builtAt,
            Source source,
            @Nullable MapPart map,
            List<ItemOrigin> items) {
        long covers() {
            return items.stream().mapToLong(item -> item.covers().size()).sum();
        }
    }

    /** @param taxonomy name of its classes */
    public record MapPart(String name, String version, Sha256 digest, String taxonomy) {}
}
