package ai.fomo.worker.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.activities.dataset.BuiltDataset;
import ai.fomo.activities.dataset.CoverFingerprints;
import ai.fomo.activities.dataset.DatasetBuilding;
import ai.fomo.activities.dataset.SubsetRefusedException;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Cover;
import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.catalogue.SourceLabel;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.dataset.DatasetManifest;
import ai.fomo.domain.dataset.Exclusion;
import ai.fomo.domain.dataset.LabelDrift;
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.dataset.Subset;
import ai.fomo.domain.dataset.SubsetOf;
import ai.fomo.domain.dataset.SubsetSize;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.migrations.Migrate;
import ai.fomo.storage.Database;
import ai.fomo.storage.DatabaseConfiguration;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.blob.S3Configuration;
import ai.fomo.storage.catalogue.CoverStore;
import ai.fomo.storage.catalogue.FingerprintStore;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.worker.configuration.Configuration;
import ai.fomo.worker.configuration.PostgresConnection;
import ai.fomo.worker.configuration.S3Connection;
import ai.fomo.worker.services.EmbeddedServices;
import ai.fomo.worker.services.ServicesOfHome;
import ai.fomo.worker.wiring.DatasetBuilds;
import ai.fomo.workflows.dataset.DatasetBuildRequest;
import ai.fomo.workflows.dataset.FingerprintResult;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Builds over the platform's own PostgreSQL and S3. */
@SuppressWarnings("NullAway.Init") // JUnit calls start first
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatasetBuildingIT {
    private static final int COVERS = 120;

    private EmbeddedServices services;
    private Database database;
    private BlobStore blobs;
    private DatasetBuilding building;
    private CoverStore covers;
    private DatasetStore datasets;

    @BeforeAll
    void start(@TempDir Path home) {
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
        building = DatasetBuilds.over(database.jdbi(), blobs);
        covers = new CoverStore(database.jdbi());
        datasets = new DatasetStore(database.jdbi());
    }

    @AfterAll
    void stop() {
        blobs.close();
        database.close();
        services.close();
    }

    @Test
    void theSameCoversGiveTheSameDatasetWhoseManifestLiesInS3() {
        source("same", 0);
        BuiltDataset first = build("same", null);
        BuiltDataset again = build("same", null);

        assertThat(again.dataset()).isEqualTo(first.dataset());
        assertThat(again.build().assigned()).isEmpty();
        DatasetManifest stored = datasets.manifest(first.dataset());
        assertThat(stored.digest()).isEqualTo(first.dataset().digest());
        assertThat(DatasetManifest.parse(
                        blobs.get(BlobKind.DATASETS, first.dataset().digest())))
                .isEqualTo(stored);
        assertThat(first.drift()).isNull();
    }

    @Test
    void groupsKeepTheirSplitsAndDriftIsCountedFromTheDatasetBefore() {
        source("growing", 1_000);
        BuiltDataset before = build("growing", null);
        Map<String, Split> splits = splits(before.dataset());
        for (int i = 0; i < 40; i++) {
            add("growing", 1_500 + i, "artist " + i, "soul");
        }

        BuiltDataset after = build("growing", null);

        assertThat(splits(after.dataset())).containsAllEntriesOf(splits);
        LabelDrift drift = Objects.requireNonNull(after.drift());
        assertThat(drift.before()).isEqualTo(before.dataset().digest());
        assertThat(drift.distance()).isPositive();
    }

    @Test
    void copiesInOtherBytesAreFoundAndLeftOut() {
        source("copies", 2_000);
        byte[] recompressed = encode(draw(2_003), "jpg");
        covers.add(cover("copies", "recompressed", blobs.put(BlobKind.COVERS, recompressed), "another artist", "rock"));
        fingerprint("copies");

        BuiltDataset built = build("copies", null);

        assertThat(built.build().exclusions())
                .filteredOn(exclusion -> exclusion.reason() == Exclusion.Reason.COPY
                        || exclusion.reason() == Exclusion.Reason.CONTRADICTORY_LABELS
                        || exclusion.reason() == Exclusion.Reason.BRIDGES_SPLITS)
                .extracting(Exclusion::image)
                .containsAnyOf(Sha256.of(recompressed), Sha256.of(encode(draw(2_003), "png")));
    }

    @Test
    void aCopyOfAnotherSourcesTrainingImageIsNoTestImage() {
        source("elder", 3_000);
        Map<Sha256, Split> elder = splitOfImages(build("elder", null).dataset());
        for (int i = 0; i < COVERS; i++) {
            Sha256 image = blobs.put(BlobKind.COVERS, encode(draw(3_000 + i), "jpg"));
            source("younger");
            covers.add(cover("younger", "copy " + i, image, "other artist " + i, i % 2 == 0 ? "jazz" : "rock"));
        }
        fingerprint("younger");

        Map<Sha256, Split> younger = splitOfImages(build("younger", null).dataset());

        for (int i = 0; i < COVERS; i++) {
            Split before = elder.get(Sha256.of(encode(draw(3_000 + i), "png")));
            Split now = younger.get(Sha256.of(encode(draw(3_000 + i), "jpg")));
            if (before == Split.TRAIN && now != null) {
                assertThat(now).isEqualTo(Split.TRAIN);
            }
        }
        assertThat(younger).hasSizeGreaterThan(COVERS / 2);
    }

    @Test
    void aSubsetIsSavedBesideTheWholeThatItIsTakenFrom() {
        source("subset", 4_000);
        Subset subset = new Subset(new SubsetSize.Fraction(0.5), 1);

        BuiltDataset built = build("subset", subset);

        assertThat(built.dataset().subset()).isEqualTo(new SubsetOf(built.full().digest(), subset));
        assertThat(datasets.find(built.full().digest())).contains(built.full());
        assertThat(datasets.find(built.dataset().digest())).contains(built.dataset());
        assertThat(built.dataset().splits().test())
                .isEqualTo(built.full().splits().test());
        assertThat(built.dataset().splits().train())
                .isLessThan(built.full().splits().train());
        assertThat(blobs.exists(BlobKind.DATASETS, built.dataset().digest())).isTrue();
    }

    @Test
    void aSubsetThatIsTooLargeLeavesNothingBehind() {
        source("too-large", 5_000);

        assertThatThrownBy(() -> build("too-large", new Subset(new SubsetSize.Count(1_000_000), 0)))
                .isInstanceOf(SubsetRefusedException.class);

        assertThat(datasets.builds("too-large")).isEmpty();
        assertThat(build("too-large", null).build().assigned()).isNotEmpty();
    }

    @Test
    void buildsAtOnceTakeTurnsAndAgree() {
        source("at-once", 6_000);
        List<CompletableFuture<Sha256>> builds = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            builds.add(CompletableFuture.supplyAsync(
                    () -> build("at-once", null).dataset().digest()));
        }

        assertThat(builds.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    @Test
    void coversWithoutAFingerprintGetOneAndThoseThatCannotBeReadAreNamed() {
        source("old");
        add("old", 7_000, "a", "jazz");
        add("old", 7_001, "b", "jazz");
        Sha256 broken = blobs.put(BlobKind.COVERS, "no image".getBytes(StandardCharsets.UTF_8));
        covers.add(cover("old", "broken", broken, "c", "jazz"));
        Sha256 lost = Sha256.of("lost".getBytes(StandardCharsets.UTF_8));
        covers.add(cover("old", "lost", lost, "c", "jazz"));

        FingerprintResult result = fingerprint("old");

        assertThat(result.added()).isEqualTo(2);
        assertThat(result.unreadable()).isEqualTo(2);
        assertThat(result.examples())
                .anyMatch(example -> example.contains(broken.abbreviated()))
                .anyMatch(example -> example.contains(lost.abbreviated()));
        assertThat(fingerprint("old").added()).isZero();
    }

    private BuiltDataset build(String source, @org.jspecify.annotations.Nullable Subset subset) {
        return building.build(new DatasetBuildRequest(source, 0, subset, null), phase -> {});
    }

    private FingerprintResult fingerprint(String source) {
        return new CoverFingerprints(new FingerprintStore(database.jdbi()), blobs).make(source, done -> {});
    }

    private void source(String name) {
        new SourceStore(database.jdbi()).create(new Source(name, SourceKind.FILES, null, new Labelling.FromLabels()));
    }

    /** Covers of 60 artists and two genres, with fingerprints. */
    private void source(String name, int firstSeed) {
        source(name);
        for (int i = 0; i < COVERS; i++) {
            add(name, firstSeed + i, name + " artist " + i / 2, i % 3 == 0 ? "rock" : "jazz");
        }
        fingerprint(name);
    }

    private void add(String source, int seed, String group, String label) {
        Sha256 image = blobs.put(BlobKind.COVERS, encode(draw(seed), "png"));
        covers.add(cover(source, seed + ".png", image, group, label));
    }

    private static Cover cover(String source, String name, Sha256 image, String group, String label) {
        return new Cover(image, source, name, group, null, 96, 96, List.of(new SourceLabel(label, LabelKind.FILE)));
    }

    private Map<String, Split> splits(Dataset dataset) {
        return datasets.items(dataset.digest()).stream()
                .collect(Collectors.toMap(DatasetItem::group, DatasetItem::split, (one, other) -> one));
    }

    private Map<Sha256, Split> splitOfImages(Dataset dataset) {
        Map<Sha256, Split> splits = new HashMap<>();
        datasets.items(dataset.digest()).forEach(item -> splits.put(item.image(), item.split()));
        return splits;
    }

    /** Patches of colour that no other seed draws. */
    private static BufferedImage draw(int seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(96, 96, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        for (int i = 0; i < 25; i++) {
            graphics.setColor(new Color(random.nextInt(0x1000000)));
            graphics.fillOval(random.nextInt(96) - 20, random.nextInt(96) - 20, 50, 40);
        }
        graphics.dispose();
        return image;
    }

    private static byte[] encode(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
