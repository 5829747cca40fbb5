package ai.fomo.worker.wiring;

import ai.fomo.activities.catalogue.CatalogueActivitiesImpl;
import ai.fomo.activities.catalogue.CoverActivitiesImpl;
import ai.fomo.activities.catalogue.SourceActivitiesImpl;
import ai.fomo.activities.dataset.CoverFingerprints;
import ai.fomo.activities.dataset.DatasetActivitiesImpl;
import ai.fomo.activities.evaluation.EvaluationActivitiesImpl;
import ai.fomo.activities.feature.FeatureActivitiesImpl;
import ai.fomo.activities.feature.FeatureReader;
import ai.fomo.activities.feature.OpenEncoders;
import ai.fomo.activities.poster.ClassifyPosterActivityImpl;
import ai.fomo.activities.poster.PosterActivitiesImpl;
import ai.fomo.activities.poster.PosterDownload;
import ai.fomo.activities.poster.Posters;
import ai.fomo.activities.poster.ServedModels;
import ai.fomo.activities.registry.RegistryActivitiesImpl;
import ai.fomo.activities.training.ReproductionActivitiesImpl;
import ai.fomo.activities.training.TrainingActivitiesImpl;
import ai.fomo.learning.feature.Encoders;
import ai.fomo.learning.feature.FeatureExtractor;
import ai.fomo.learning.training.Device;
import ai.fomo.storage.Database;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.blob.ScratchDirectory;
import ai.fomo.storage.blob.ShardCache;
import ai.fomo.storage.catalogue.AlbumStore;
import ai.fomo.storage.catalogue.CoverStore;
import ai.fomo.storage.catalogue.CursorStore;
import ai.fomo.storage.catalogue.FingerprintStore;
import ai.fomo.storage.catalogue.ListingStore;
import ai.fomo.storage.catalogue.PaceStore;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.catalogue.SyncStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.evaluation.EvaluationStore;
import ai.fomo.storage.evaluation.GateDecisionStore;
import ai.fomo.storage.evaluation.GatePolicyStore;
import ai.fomo.storage.feature.FeatureRepairStore;
import ai.fomo.storage.feature.FeatureStore;
import ai.fomo.storage.genre.GenreMapStore;
import ai.fomo.storage.poster.ClassificationStore;
import ai.fomo.storage.poster.PosterStore;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.storage.registry.PromotionStore;
import ai.fomo.storage.training.CheckpointBlobs;
import ai.fomo.storage.training.CheckpointStore;
import ai.fomo.storage.training.EpochMetricStore;
import ai.fomo.storage.training.RunStore;
import ai.fomo.storage.training.TrainingAttemptStore;
import ai.fomo.worker.configuration.SourceSettings;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;

/** The activity implementations of one worker, over the services it was given; they share encoders and served models. */
final class Activities implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final InstantSource CLOCK = InstantSource.system();

    private final Jdbi jdbi;
    private final BlobStore blobs;
    private final ConfiguredSources sources;
    private final byte[] gatePolicy;
    private final ProcessProvenance provenance;
    private final ScratchDirectory scratch;
    private final FeatureReader features;
    private final Encoders known;
    private final OpenEncoders encoders;
    private final FeatureExtractor extractor = new FeatureExtractor();
    private final ServedModels models;
    private final Posters posters;

    Activities(
            Database database,
            BlobStore blobs,
            SourceSettings settings,
            byte[] gatePolicy,
            Device device,
            LocalDisk disk) {
        this.jdbi = database.jdbi();
        this.blobs = blobs;
        this.sources = new ConfiguredSources(settings);
        this.gatePolicy = gatePolicy;
        this.provenance = new ProcessProvenance(device);
        this.scratch = ScratchDirectory.open(disk.scratch());
        this.features = new FeatureReader(
                ShardCache.open(disk.features(), disk.featureBytes(), blobs), new FeatureRepairStore(jdbi));
        this.known = KnownEncoders.over(jdbi, blobs, device);
        this.encoders = new OpenEncoders(known);
        this.models = new ServedModels(new ModelStore(jdbi), blobs);
        this.posters = new Posters(
                blobs,
                new PosterStore(jdbi),
                new PosterDownload(HttpClient.newBuilder()
                        .connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()));
    }

    CatalogueActivitiesImpl catalogue() {
        return new CatalogueActivitiesImpl(
                new SourceStore(jdbi),
                new CoverStore(jdbi),
                new AlbumStore(jdbi),
                new CursorStore(jdbi),
                new SyncStore(jdbi),
                new GenreMapStore(jdbi),
                CLOCK);
    }

    SourceActivitiesImpl source() {
        return new SourceActivitiesImpl(
                new SourceStore(jdbi), sources, new ListingStore(jdbi), new PaceStore(jdbi), CLOCK);
    }

    CoverActivitiesImpl cover() {
        return new CoverActivitiesImpl(
                new SourceStore(jdbi), sources, new AlbumStore(jdbi), blobs, new PaceStore(jdbi), CLOCK);
    }

    DatasetActivitiesImpl dataset() {
        FingerprintStore fingerprints = new FingerprintStore(jdbi);
        return new DatasetActivitiesImpl(
                new SourceStore(jdbi),
                new CoverStore(jdbi),
                new CoverFingerprints(fingerprints, blobs),
                DatasetBuilds.over(jdbi, blobs));
    }

    FeatureActivitiesImpl feature() {
        return new FeatureActivitiesImpl(
                new DatasetStore(jdbi),
                new FeatureStore(jdbi),
                new FeatureRepairStore(jdbi),
                blobs,
                known,
                encoders,
                extractor);
    }

    TrainingActivitiesImpl training() {
        return new TrainingActivitiesImpl(
                new DatasetStore(jdbi),
                new CheckpointStore(jdbi),
                new EpochMetricStore(jdbi),
                new TrainingAttemptStore(jdbi),
                features,
                blobs,
                scratch,
                provenance);
    }

    EvaluationActivitiesImpl evaluation() {
        return new EvaluationActivitiesImpl(
                new DatasetStore(jdbi),
                new ModelStore(jdbi),
                new EvaluationStore(jdbi),
                new CoverStore(jdbi),
                new FingerprintStore(jdbi),
                new GatePolicyStore(jdbi),
                new GateDecisionStore(jdbi),
                blobs,
                features,
                gatePolicy,
                new TrainingAttemptStore(jdbi),
                Reports.over(jdbi, blobs));
    }

    ReproductionActivitiesImpl reproduction() {
        return new ReproductionActivitiesImpl(
                new RunStore(jdbi),
                new ModelStore(jdbi),
                new TrainingAttemptStore(jdbi),
                new EpochMetricStore(jdbi),
                blobs);
    }

    RegistryActivitiesImpl registry() {
        return new RegistryActivitiesImpl(
                new PromotionStore(jdbi), new RunStore(jdbi), new CheckpointBlobs(new CheckpointStore(jdbi), blobs));
    }

    PosterActivitiesImpl poster() {
        return new PosterActivitiesImpl(posters, models, new ClassificationStore(jdbi));
    }

    ClassifyPosterActivityImpl classify() {
        return new ClassifyPosterActivityImpl(posters, models, encoders);
    }

    @Override
    public void close() {
        encoders.close();
        scratch.close();
    }
}
