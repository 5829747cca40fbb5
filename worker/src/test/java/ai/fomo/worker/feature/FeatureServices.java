package ai.fomo.worker.feature;

import ai.fomo.activities.feature.FeatureActivitiesImpl;
import ai.fomo.activities.feature.FeatureReader;
import ai.fomo.activities.feature.OpenEncoders;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetBuild;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.dataset.DatasetManifest;
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.domain.feature.View;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.learning.feature.Encoders;
import ai.fomo.learning.feature.FeatureExtractor;
import ai.fomo.migrations.Migrate;
import ai.fomo.storage.Database;
import ai.fomo.storage.DatabaseConfiguration;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.blob.S3Configuration;
import ai.fomo.storage.blob.ShardCache;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.feature.FeatureRepairStore;
import ai.fomo.storage.feature.FeatureStore;
import ai.fomo.workflows.feature.FeatureActivities;
import ai.fomo.workflows.feature.FeaturePlan;
import ai.fomo.workflows.feature.FeatureRequest;
import ai.fomo.workflows.feature.FeatureShardRequest;
import ai.fomo.workflows.payload.PayloadConverter;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** Features of real images by the encoder that ships, over a real PostgreSQL and S3, whose files can be lost and damaged. */
final class FeatureServices implements AutoCloseable {
    static final String ENCODER = Encoders.EFFICIENTNET_LITE0;
    private static final String USER = "postgres";
    private static final String BUCKET = "fomo";

    private final Path objects;
    private final EmbeddedPostgres postgres;
    private final S3Proxy s3;
    private final Database database;
    private final BlobStore blobs;
    private final Path caches;
    private final OpenEncoders encoders = new OpenEncoders(Encoders.shipped());
    private final FeatureActivitiesImpl activities;
    private final TestActivityEnvironment temporal;

    FeatureServices(Path directory) throws Exception {
        objects = Files.createDirectories(directory.resolve("s3")).toAbsolutePath();
        postgres = EmbeddedPostgres.builder().start();
        String url = postgres.getJdbcUrl(USER, USER);
        Migrate.migrate(url, USER, "");
        database = Database.open(new DatabaseConfiguration(url, USER, "", 4));
        s3 = S3Proxy.builder()
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "key", "secret")
                .blobStore(new FilesystemNio2BlobStore(objects.toString()))
                .ignoreUnknownHeaders(true)
                .build();
        s3.start();
        blobs = BlobStore.open(
                new S3Configuration("http://127.0.0.1:" + s3.getPort(), "us-east-1", BUCKET, "key", "secret"),
                database);
        blobs.ensureBucket();
        caches = Files.createDirectories(directory.resolve("caches"));
        activities = new FeatureActivitiesImpl(
                new DatasetStore(database.jdbi()),
                new FeatureStore(database.jdbi()),
                repairs(),
                blobs,
                Encoders.shipped(),
                encoders,
                new FeatureExtractor());
        temporal = TestActivityEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(PayloadConverter.dataConverter())
                        .build())
                .build());
        temporal.registerActivitiesImplementations(activities);
    }

    Database database() {
        return database;
    }

    BlobStore blobs() {
        return blobs;
    }

    FeatureActivitiesImpl activities() {
        return activities;
    }

    FeatureRepairStore repairs() {
        return new FeatureRepairStore(database.jdbi());
    }

    /** As on a host that has read nothing yet: what it reads comes from S3. */
    FeatureReader reader() {
        try {
            return new FeatureReader(
                    ShardCache.open(Files.createTempDirectory(caches, "host"), 1 << 30, blobs), repairs());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a command needs to join these, besides Temporal. */
    Map<String, String> variables() {
        return Map.of(
                "FOMO_POSTGRES_URL",
                postgres.getJdbcUrl(USER, USER),
                "FOMO_POSTGRES_USER",
                USER,
                "FOMO_POSTGRES_PASSWORD",
                "any",
                "FOMO_S3_ENDPOINT",
                "http://127.0.0.1:" + s3.getPort(),
                "FOMO_S3_BUCKET",
                BUCKET,
                "FOMO_S3_ACCESS_KEY",
                "key",
                "FOMO_S3_SECRET_KEY",
                "secret");
    }

    FeaturePlan plan(Dataset dataset) {
        return activities.planFeatures(new FeatureRequest(dataset.digest(), ENCODER));
    }

    /** As the workflow does it. */
    FeatureManifest extract(Dataset dataset) {
        return extract(dataset, View.ORIGINAL);
    }

    FeatureManifest extract(Dataset dataset, View view) {
        FeaturePlan plan = activities.planFeatures(new FeatureRequest(dataset.digest(), ENCODER, view));
        extractShards(plan);
        return activities.gatherFeatures(plan);
    }

    /** The same activities, as a workflow calls them. */
    FeatureActivities worker() {
        return temporal.newActivityStub(FeatureActivities.class);
    }

    void extractShards(FeaturePlan plan) {
        FeatureActivities stub = worker();
        for (int shard = 0; shard < plan.shards(); shard++) {
            stub.extractShard(new FeatureShardRequest(plan, shard));
        }
    }

    /** A dataset of pictures that nobody else has, the first of them to train on, the last two to validate and to test. */
    Dataset dataset(String name, int images) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            contents.add(picture(name + i));
        }
        return dataset(name, contents);
    }

    Dataset dataset(String name, List<byte[]> contents) {
        List<DatasetItem> items = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            Sha256 image = blobs.put(BlobKind.COVERS, contents.get(i));
            Split split =
                    i == contents.size() - 1 ? Split.TEST : i == contents.size() - 2 ? Split.VALIDATION : Split.TRAIN;
            items.add(new DatasetItem(image, name + i, split, new TreeSet<>(List.of(i % 2))));
        }
        DatasetManifest manifest = new DatasetManifest(List.of("Jazz", "Rock"), items);
        new SourceStore(database.jdbi()).create(new Source(name, SourceKind.FILES, null, new Labelling.FromLabels()));
        Dataset dataset = new Dataset(
                manifest.digest(), name, new Labelling.FromLabels(), 7L, manifest.classes(), manifest.counts());
        new DatasetStore(database.jdbi())
                .save(dataset, new DatasetBuild(manifest, List.of(), List.of(), new TreeMap<>(), List.of()));
        return dataset;
    }

    static byte[] picture(String seed) throws IOException {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed.hashCode());
        Graphics2D graphics = image.createGraphics();
        for (int i = 0; i < 20; i++) {
            graphics.setColor(new Color(random.nextInt(0x1000000)));
            graphics.fillRect(random.nextInt(48), random.nextInt(48), 16, 16);
        }
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    void lose(BlobKind kind, Sha256 digest) throws IOException {
        Files.delete(file(kind, digest));
    }

    void damage(BlobKind kind, Sha256 digest) throws IOException {
        byte[] content = Files.readAllBytes(file(kind, digest));
        content[content.length / 2] ^= 1;
        Files.write(file(kind, digest), content);
    }

    private Path file(BlobKind kind, Sha256 digest) {
        return objects.resolve(BUCKET).resolve(kind.label()).resolve(digest.hex());
    }

    @Override
    public void close() throws IOException {
        temporal.close();
        encoders.close();
        blobs.close();
        database.close();
        postgres.close();
        try {
            s3.stop();
        } catch (Exception e) {
            throw new IOException("S3 did not stop", e);
        }
    }
}
