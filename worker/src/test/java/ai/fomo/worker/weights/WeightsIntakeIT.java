package ai.fomo.worker.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.activities.feature.FeatureActivitiesImpl;
import ai.fomo.activities.feature.OpenEncoders;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetBuild;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.dataset.DatasetManifest;
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.feature.View;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.learning.feature.Encoders;
import ai.fomo.learning.feature.FeatureExtractor;
import ai.fomo.learning.feature.MissingWeightsException;
import ai.fomo.learning.model.SafeTensors;
import ai.fomo.learning.weights.Convolution;
import ai.fomo.learning.weights.UnusableWeightsException;
import ai.fomo.migrations.Migrate;
import ai.fomo.storage.Database;
import ai.fomo.storage.DatabaseConfiguration;
import ai.fomo.storage.blob.BlobDamagedException;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.blob.S3Configuration;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.feature.FeatureRepairStore;
import ai.fomo.storage.feature.FeatureStore;
import ai.fomo.storage.feature.WeightsStore;
import ai.fomo.worker.configuration.Configuration;
import ai.fomo.worker.configuration.PostgresConnection;
import ai.fomo.worker.configuration.S3Connection;
import ai.fomo.worker.services.EmbeddedServices;
import ai.fomo.worker.services.ServicesOfHome;
import ai.fomo.worker.wiring.KnownEncoders;
import ai.fomo.workflows.feature.FeaturePlan;
import ai.fomo.workflows.feature.FeatureRequest;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Weights and views over the platform's own PostgreSQL and S3. */
@SuppressWarnings("NullAway.Init") // JUnit calls start first
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WeightsIntakeIT {
    private static final Convolution LAYER = new Convolution("block1_conv1", 3, 2);

    private EmbeddedServices services;
    private Database database;
    private BlobStore blobs;
    private WeightsStore weights;
    private WeightsIntake intake;
    private Path downloads;
    private Path home;

    @BeforeAll
    void start(@TempDir Path directory) {
        home = directory;
        Configuration configuration = Configuration.from(Map.of(
                "FOMO_HOME", home.toString(),
                "FOMO_POSTGRES_PORT", "0",
                "FOMO_S3_PORT", "0",
                "TEMPORAL_ADDRESS", "127.0.0.1:1"));
        services = ((ServicesOfHome.Own) ServicesOfHome.joinOrStart(configuration, sentence -> {})).services();
        PostgresConnection postgres =
                Objects.requireNonNull(services.describe(false).postgres());
        S3Connection s3 = Objects.requireNonNull(services.describe(false).s3());
        Migrate.migrate(postgres.jdbcUrl(), postgres.user(), postgres.password());
        database =
                Database.open(new DatabaseConfiguration(postgres.jdbcUrl(), postgres.user(), postgres.password(), 8));
        blobs = BlobStore.open(
                new S3Configuration(s3.endpoint(), s3.region(), s3.bucket(), s3.accessKey(), s3.secretKey()), database);
        blobs.ensureBucket();
        weights = new WeightsStore(database.jdbi());
        downloads = home.resolve("downloads");
        intake = new WeightsIntake(
                blobs, weights, new Download(Duration.ofMillis(1), Duration.ofSeconds(20)), downloads);
    }

    @AfterAll
    void stop() {
        blobs.close();
        database.close();
        services.close();
    }

    @Test
    void whatIsFetchedIsConvertedKeptAndCountsAndTheDownloadIsGone(@TempDir Path directory) throws Exception {
        byte[] file = Files.readAllBytes(keras(directory.resolve("fetched.h5"), 1));
        try (FileServer server = new FileServer(file)) {
            PublishedWeights published = published("fetched", server.address(), digestOf(file));

            TakenWeights taken = intake.fetch(published, server.address(), published.digest(), (done, total) -> {});

            assertThat(weights.newest("fetched")).hasValueSatisfying(row -> {
                assertThat(row.digest()).isEqualTo(taken.digest());
                assertThat(row.source()).isEqualTo(Sha256.of(file));
                assertThat(row.origin()).isEqualTo(server.address().toString());
            });
            SafeTensors kept = SafeTensors.parse(blobs.get(BlobKind.WEIGHTS, taken.digest()));
            assertThat(kept.tensor("block1_conv1.weight", 4).shape()).containsExactly(2, 3, 3, 3);
            assertThat(filesIn(downloads)).isEmpty();
        }
    }

    @Test
    void aFileOfTheDiskStaysThereAndMustBeOfTheDigestThatIsAskedFor(@TempDir Path directory) throws Exception {
        Path file = keras(directory.resolve("local.h5"), 2);
        PublishedWeights published = published("local", URI.create("http://127.0.0.1:1/x"), digestOf(new byte[0]));

        assertThatThrownBy(() -> intake.take(published, file, published.digest()))
                .isInstanceOf(WeightsNotFetchedException.class)
                .hasMessageContaining(published.digest().toString());
        assertThat(weights.newest("local")).isEmpty();

        intake.take(published, file, null);

        assertThat(file).exists();
        assertThat(weights.newest("local").orElseThrow().origin()).isEqualTo(file.toString());
    }

    @Test
    void aDownloadThatIsNoKerasFileIsRefusedAndNotKept() throws Exception {
        byte[] page = "<html>moved</html>".getBytes(StandardCharsets.UTF_8);
        try (FileServer server = new FileServer(page)) {
            PublishedWeights published = published("page", server.address(), digestOf(page));

            assertThatThrownBy(() -> intake.fetch(published, server.address(), published.digest(), (done, total) -> {}))
                    .isInstanceOf(UnusableWeightsException.class)
                    .hasMessageContaining("cannot be read as HDF5");
            assertThat(weights.newest("page")).isEmpty();
            assertThat(filesIn(downloads)).isEmpty();
        }
    }

    @Test
    void weightsWhoseBytesAreOfAnotherDigestAreRefused() throws Exception {
        Sha256 kept = blobs.put(BlobKind.WEIGHTS, "weights that were converted".getBytes(StandardCharsets.UTF_8));
        try (Stream<Path> files = Files.walk(home)) {
            Path file = files.filter(path -> path.endsWith(Path.of("weights", kept.hex())))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(file, "weights of somebody else");
        }
        EncoderId encoder = KnownEncoders.over(database.jdbi(), blobs).id(Encoders.VGG16, kept);

        try (OpenEncoders open = new OpenEncoders(KnownEncoders.over(database.jdbi(), blobs))) {
            assertThatThrownBy(() -> open.open(encoder))
                    .isInstanceOf(BlobDamagedException.class)
                    .hasMessageContaining("weights/" + kept);
        }
    }

    @Test
    void aPlanTakesTheNewestWeightsUnlessFormerOnesAreAskedFor() {
        Dataset dataset = dataset("planned");
        FeatureRequest request = new FeatureRequest(dataset.digest(), Encoders.VGG16);
        try (OpenEncoders open = new OpenEncoders(KnownEncoders.over(database.jdbi(), blobs))) {
            FeatureActivitiesImpl features = features(open);
            assertThatThrownBy(() -> features.planFeatures(request))
                    .isInstanceOf(MissingWeightsException.class)
                    .hasMessageContaining("fomo weights fetch vgg16");

            weights.record("vgg16", digest("former"), digest("former.h5"), "here");
            weights.record("vgg16", digest("newest"), digest("newest.h5"), "here");

            assertThat(features.planFeatures(request).encoder().weights()).isEqualTo(digest("newest"));
            assertThat(features.planFeatures(request.withWeights(digest("former")))
                            .encoder()
                            .weights())
                    .isEqualTo(digest("former"));
        }
    }

    @Test
    void mirroredAreOnlyTheImagesThatAreTrainedOn() {
        Dataset dataset = dataset("mirrored");
        try (OpenEncoders open = new OpenEncoders(KnownEncoders.over(database.jdbi(), blobs))) {
            FeatureActivitiesImpl features = features(open);

            FeaturePlan original = features.planFeatures(new FeatureRequest(dataset.digest(), "efficientnet-lite0"));
            FeaturePlan mirror =
                    features.planFeatures(new FeatureRequest(dataset.digest(), "efficientnet-lite0", View.MIRROR));

            EncoderId encoder = mirror.encoder();
            assertThat(original.images()).isEqualTo(3);
            assertThat(mirror.images()).isEqualTo(1);
            assertThat(encoder).isEqualTo(original.encoder().with(View.MIRROR));
            List<Sha256> images = List.of(digest("mirrored1"), digest("mirrored2"), digest("mirrored3"));
            new FeatureStore(database.jdbi()).recordShard(encoder, digest("shard"), images);
            assertThat(features.gatherFeatures(mirror).images()).isEqualTo(1);
        }
    }

    private FeatureActivitiesImpl features(OpenEncoders open) {
        return new FeatureActivitiesImpl(
                new DatasetStore(database.jdbi()),
                new FeatureStore(database.jdbi()),
                new FeatureRepairStore(database.jdbi()),
                blobs,
                KnownEncoders.over(database.jdbi(), blobs),
                open,
                new FeatureExtractor());
    }

    private Dataset dataset(String name) {
        DatasetManifest manifest = new DatasetManifest(
                List.of("Jazz", "Rock"),
                List.of(
                        item(name + 1, Split.TRAIN, 0),
                        item(name + 2, Split.VALIDATION, 1),
                        item(name + 3, Split.TEST, 1)));
        new SourceStore(database.jdbi()).create(new Source(name, SourceKind.FILES, null, new Labelling.FromLabels()));
        Dataset dataset = new Dataset(
                manifest.digest(), name, new Labelling.FromLabels(), 7L, manifest.classes(), manifest.counts());
        new DatasetStore(database.jdbi())
                .save(dataset, new DatasetBuild(manifest, List.of(), List.of(), new TreeMap<>(), List.of()));
        return dataset;
    }

    private static DatasetItem item(String image, Split split, int genre) {
        return new DatasetItem(digest(image), image, split, new TreeSet<>(List.of(genre)));
    }

    private static PublishedWeights published(String name, URI address, FileDigest digest) {
        return new PublishedWeights(name, address, digest, List.of(LAYER), "fomo-weights/1");
    }

    /** With a file of Keras for each salt. */
    private static Path keras(Path file, float salt) {
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            WritableGroup layer = hdf.putGroup(LAYER.name());
            float[][][][] kernel = new float[3][3][LAYER.inputs()][LAYER.outputs()];
            kernel[0][0][0][0] = salt;
            layer.putDataset("kernel", kernel);
            layer.putDataset("bias", new float[LAYER.outputs()]);
        }
        return file;
    }

    private static List<Path> filesIn(Path directory) throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static FileDigest digestOf(byte[] content) {
        return FileDigest.parse("sha256:" + Sha256.of(content));
    }

    private static Sha256 digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
