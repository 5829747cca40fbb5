package ai.fomo.worker.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.activities.evaluation.TrainingOverlaps;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Resemblance;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.catalogue.Thumbnail;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetBuild;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.dataset.DatasetManifest;
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.evaluation.TrainingOverlap;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.migrations.Migrate;
import ai.fomo.storage.Database;
import ai.fomo.storage.DatabaseConfiguration;
import ai.fomo.storage.catalogue.FingerprintStore;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.dataset.DatasetStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Images have numbers; picture {@code n} is image {@code n}'s. The model was trained on 100, tuned with 200 and tested on 300. */
@SuppressWarnings("NullAway.Init") // JUnit calls start first
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingOverlapsIT {
    private EmbeddedPostgres server;
    private Database database;
    private DatasetStore datasets;
    private FingerprintStore fingerprints;
    private TrainingOverlaps overlaps;
    private Sha256 ancestor;

    @BeforeAll
    void start() throws IOException {
        server = EmbeddedPostgres.builder().start();
        String url = server.getJdbcUrl("postgres", "postgres");
        Migrate.migrate(url, "postgres", "");
        database = Database.open(new DatabaseConfiguration(url, "postgres", "", 4));
        datasets = new DatasetStore(database.jdbi());
        fingerprints = new FingerprintStore(database.jdbi());
        overlaps = new TrainingOverlaps(datasets, fingerprints);
        new SourceStore(database.jdbi()).create(new Source("own", SourceKind.FILES, null, new Labelling.FromLabels()));
        for (int image : List.of(100, 101, 200, 300)) {
            fingerprints.put(image(image), picture(image, 1));
        }
        ancestor = dataset(
                item(100, "Sade", Split.TRAIN),
                item(101, image(101).hex(), Split.TRAIN),
                item(200, "Ella", Split.VALIDATION),
                item(300, "Miles", Split.TEST));
    }

    @AfterAll
    void stop() throws IOException {
        database.close();
        server.close();
    }

    @Test
    void imagesThatWereTrainedOnOrTunedWithCount() {
        TrainingOverlap overlap = overlap(List.of(
                item(100, "x", Split.TEST),
                item(200, "y", Split.TEST),
                item(300, "Miles", Split.TEST),
                item(999, "z", Split.TEST)));

        assertThat(overlap).isEqualTo(new TrainingOverlap(List.of(ancestor), 2, 0, 0, List.of(image(100), image(200))));
    }

    @Test
    void aCopyOfATrainedPictureCountsAndOneOfATestPictureDoesNot() {
        fingerprints.put(image(1100), picture(100, 1.2));
        fingerprints.put(image(1300), picture(300, 1.2));
        fingerprints.put(image(1999), picture(1999, 1));

        TrainingOverlap overlap =
                overlap(List.of(item(1100, "a", Split.TEST), item(1300, "b", Split.TEST), item(1999, "c", Split.TEST)));

        assertThat(overlap).isEqualTo(new TrainingOverlap(List.of(ancestor), 0, 1, 0, List.of(image(1100))));
    }

    @Test
    void aCopyOfACopyCountsThoughItNoLongerResemblesTheTrainedPicture() {
        Thumbnail trained = picture(200, 1);
        Thumbnail copy = picture(200, 1.5);
        Thumbnail copyOfCopy = picture(200, 2.25);
        assertThat(Resemblance.between(trained, copy)).isEqualTo(Resemblance.UPRIGHT);
        assertThat(Resemblance.between(copy, copyOfCopy)).isEqualTo(Resemblance.UPRIGHT);
        assertThat(Resemblance.between(trained, copyOfCopy)).isEqualTo(Resemblance.NONE);
        // Under one hash the lowest digest stands for its picture, with which the others are compared.
        fingerprints.put(image(20), copy);
        fingerprints.put(image(2200), copyOfCopy);

        assertThat(overlap(List.of(item(20, "a", Split.TEST), item(2200, "b", Split.TEST))))
                .isEqualTo(new TrainingOverlap(List.of(ancestor), 0, 2, 0, List.of(image(20), image(2200))));
        assertThat(overlap(List.of(item(2200, "b", Split.TEST))).copies()).isZero();
    }

    @Test
    void anArtistCountsOnceAndAnImageThatIsItsOwnGroupIsNoArtist() {
        TrainingOverlap overlap = overlap(List.of(
                item(3001, "Sade", Split.TEST),
                item(3002, "Sade", Split.TEST),
                item(3003, "Ella", Split.TEST),
                item(3004, "Miles", Split.TEST),
                item(101, image(101).hex(), Split.TEST)));

        assertThat(overlap.groups()).isEqualTo(2);
        assertThat(overlap.images()).isOne();
    }

    @Test
    void copiesAreLookedForInEveryJudgedDataset() {
        fingerprints.put(image(4100), picture(100, 0.8));
        fingerprints.put(image(4101), picture(101, 0.8));
        DatasetItem cover = item(4100, "a", Split.TEST);
        DatasetItem poster = item(4101, "b", Split.TRAIN);
        Set<Sha256> both = new LinkedHashSet<>(List.of(dataset(cover), dataset(poster)));

        assertThat(overlaps.of(List.of(cover, poster), both, ancestor).copies()).isEqualTo(2);
    }

    private TrainingOverlap overlap(List<DatasetItem> judged) {
        return overlaps.of(judged, Set.of(dataset(judged.toArray(DatasetItem[]::new))), ancestor);
    }

    private Sha256 dataset(DatasetItem... items) {
        DatasetManifest manifest = new DatasetManifest(List.of("Jazz"), List.of(items));
        datasets.save(
                new Dataset(
                        manifest.digest(), "own", new Labelling.FromLabels(), 7, manifest.classes(), manifest.counts()),
                new DatasetBuild(manifest, List.of(), List.of(), new TreeMap<>(), List.of()));
        return manifest.digest();
    }

    private static DatasetItem item(int image, String group, Split split) {
        return new DatasetItem(image(image), group, split, List.of(0));
    }

    /** In the order of the numbers. */
    private static Sha256 image(int number) {
        return new Sha256("%064x".formatted(number));
    }

    /** Soft waves of brightness that no other number has; contrast changes neither them nor the hash. */
    private static Thumbnail picture(int number, double contrast) {
        Random random = new Random(number);
        List<double[]> waves = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            waves.add(new double[] {random.nextInt(5), random.nextInt(5), random.nextDouble() * Math.PI});
        }
        byte[] pixels = new byte[Thumbnail.BYTES];
        for (int i = 0; i < pixels.length; i++) {
            double luma = 0;
            if (i < Thumbnail.LUMA_SIDE * Thumbnail.LUMA_SIDE) {
                int x = i % Thumbnail.LUMA_SIDE;
                int y = i / Thumbnail.LUMA_SIDE;
                for (double[] wave : waves) {
                    luma += 8 * Math.cos((wave[0] * x + wave[1] * y) * Math.PI / Thumbnail.LUMA_SIDE + wave[2]);
                }
            }
            pixels[i] = (byte) Math.round(128 + contrast * luma);
        }
        return new Thumbnail(pixels);
    }
}
