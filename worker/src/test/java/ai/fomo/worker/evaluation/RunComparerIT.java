package ai.fomo.worker.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.activities.evaluation.Reports;
import ai.fomo.activities.evaluation.RunComparer;
import ai.fomo.activities.evaluation.RunComparison;
import ai.fomo.activities.evaluation.RunsNotComparableException;
import ai.fomo.activities.evaluation.ScoreSheet;
import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetBuild;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.dataset.DatasetManifest;
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.evaluation.Bootstrap;
import ai.fomo.domain.evaluation.Calibration;
import ai.fomo.domain.evaluation.DecisionRule;
import ai.fomo.domain.evaluation.Difference;
import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.EvaluationDetail;
import ai.fomo.domain.evaluation.EvaluationSource;
import ai.fomo.domain.evaluation.Figure;
import ai.fomo.domain.evaluation.Figures;
import ai.fomo.domain.evaluation.Judgement;
import ai.fomo.domain.evaluation.Measure;
import ai.fomo.domain.evaluation.TrainingOverlap;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.learning.model.ModelFile;
import ai.fomo.learning.model.SafeTensors;
import ai.fomo.learning.model.Tensor;
import ai.fomo.migrations.Migrate;
import ai.fomo.storage.Database;
import ai.fomo.storage.DatabaseConfiguration;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.blob.S3Configuration;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.evaluation.EvaluationStore;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.storage.registry.RegisteredModel;
import ai.fomo.storage.training.RunStore;
import ai.fomo.worker.configuration.Configuration;
import ai.fomo.worker.configuration.PostgresConnection;
import ai.fomo.worker.configuration.S3Connection;
import ai.fomo.worker.services.EmbeddedServices;
import ai.fomo.worker.services.ServicesOfHome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Over the platform's own PostgreSQL and S3. Images have numbers; the odd ones are Jazz, and the even ones Rock. */
@SuppressWarnings("NullAway.Init") // JUnit calls start first
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunComparerIT {
    private static final EncoderId ENCODER = new EncoderId("tiny", digest("weights"), "onnxruntime-1.29.0", 1, 4);
    private static final TrainingConfiguration CONFIGURATION =
            new TrainingConfiguration("small", List.of(128), 0.25, 1e-3, 1e-4, 64, 30, 5, 42);
    private static final List<String> CLASSES = List.of("Jazz", "Rock");
    private static final Bootstrap BOOTSTRAP = new Bootstrap(20, 1);

    private EmbeddedServices services;
    private Database database;
    private BlobStore blobs;
    private RunComparer comparer;

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
                Database.open(new DatabaseConfiguration(postgres.jdbcUrl(), postgres.user(), postgres.password(), 4));
        blobs = BlobStore.open(
                new S3Configuration(s3.endpoint(), s3.region(), s3.bucket(), s3.accessKey(), s3.secretKey()), database);
        blobs.ensureBucket();
        comparer = new RunComparer(
                new EvaluationStore(database.jdbi()),
                new DatasetStore(database.jdbi()),
                new ModelStore(database.jdbi()),
                blobs);
        new SourceStore(database.jdbi()).create(new Source("own", SourceKind.FILES, null, new Labelling.FromLabels()));
    }

    @AfterAll
    void stop() {
        blobs.close();
        database.close();
        services.close();
    }

    @Test
    void sharedItemsAreComparedButThoseTrainedOnOrLabelledOtherwise() {
        Dataset first = dataset(IntStream.range(1, 11), image -> true, CLASSES, 0);
        Dataset trained = dataset(IntStream.range(1, 4), image -> image > 2, CLASSES, 0);
        // Image 3 is Rock here, and every other one as before.
        Dataset second =
                dataset(IntStream.concat(IntStream.range(1, 9), IntStream.of(11, 12)), image -> true, CLASSES, 3);
        ModelVersion one = model("shared-1", first, CLASSES);
        ModelVersion other = model("shared-2", trained, CLASSES);
        // On what is left out the first is wrong and the second right: it would show in the figures.
        judge("shared-1", one, first, image -> image > 3);
        judge("shared-2", other, second, image -> image <= 3);

        RunComparison comparison = comparer.compare(new RunId("shared-1"), new RunId("shared-2"), BOOTSTRAP);

        assertThat(comparison.seen()).isEqualTo(2);
        assertThat(comparison.relabelled()).isOne();
        assertThat(comparison.comparison().items()).isEqualTo(5);
        Difference top1 =
                Objects.requireNonNull(comparison.comparison().measures().get(Measure.TOP_1));
        assertThat(top1.first()).isEqualTo(1);
        assertThat(top1.second()).isZero();
        assertThat(comparison.first())
                .isEqualTo(new RunComparison.Side(new RunId("shared-1"), one, first.digest(), 10));
        assertThat(comparison.second())
                .isEqualTo(new RunComparison.Side(new RunId("shared-2"), other, second.digest(), 10));
        assertThat(comparer.compare(new RunId("shared-2"), new RunId("shared-1"), BOOTSTRAP)
                        .seen())
                .isEqualTo(2);
    }

    @Test
    void whereBothWereJudgedOnOneDatasetThatOneDecides() {
        Dataset first = dataset(IntStream.range(20, 24), image -> true, CLASSES, 0);
        Dataset second = dataset(IntStream.range(20, 30), image -> true, CLASSES, 0);
        ModelVersion one = model("again-1", first, CLASSES);
        ModelVersion other = model("again-2", second, CLASSES);
        judge("again-1", one, first, image -> true);
        judge("again-1", one, second, image -> image < 25);
        judge("again-2", other, second, image -> true);

        RunComparison comparison = comparer.compare(new RunId("again-1"), new RunId("again-2"), BOOTSTRAP);

        assertThat(comparison.first().dataset()).isEqualTo(second.digest());
        assertThat(comparison.comparison().items()).isEqualTo(10);
        assertThat(Objects.requireNonNull(comparison.comparison().measures().get(Measure.TOP_1))
                        .first())
                .isEqualTo(0.5);
    }

    @Test
    void whatCannotBeComparedIsSaidInOneSentence() {
        Dataset jazz = dataset(IntStream.range(40, 44), image -> true, CLASSES, 0);
        Dataset elsewhere = dataset(IntStream.range(50, 54), image -> true, CLASSES, 0);
        Dataset soul = dataset(IntStream.range(40, 44), image -> true, List.of("Jazz", "Soul"), 0);
        judge("refused-1", model("refused-1", jazz, CLASSES), jazz, image -> true);
        judge("refused-2", model("refused-2", elsewhere, CLASSES), elsewhere, image -> true);
        judge("refused-3", model("refused-3", soul, soul.classes()), soul, image -> true);
        model("refused-4", jazz, CLASSES);

        refused(
                "refused-2",
                "runs refused-1 and refused-2 share no test image that neither was trained on; judge one of them on the"
                        + " other's dataset with: fomo evaluate --model VERSION --dataset NAME");
        refused(
                "refused-3",
                "the models of refused-1 and refused-3 answer in different classes: Jazz, Rock; and Jazz, Soul");
        refused("refused-4", "run refused-4 has judged no model; fomo watch refused-4 says how it ended");
    }

    private void refused(String second, String sentence) {
        assertThatThrownBy(() -> comparer.compare(new RunId("refused-1"), new RunId(second), BOOTSTRAP))
                .isInstanceOf(RunsNotComparableException.class)
                .hasMessage(sentence);
    }

    /** @param other the one image that has the other class */
    private Dataset dataset(IntStream images, IntPredicate test, List<String> classes, int other) {
        DatasetManifest manifest = new DatasetManifest(
                classes,
                images.mapToObj(image -> new DatasetItem(
                                image(image),
                                "artist " + image,
                                test.test(image) ? Split.TEST : Split.TRAIN,
                                List.of(image == other ? 1 - truth(image) : truth(image))))
                        .toList());
        Dataset dataset = new Dataset(
                manifest.digest(), "own", new Labelling.FromLabels(), 7, manifest.classes(), manifest.counts());
        new DatasetStore(database.jdbi())
                .save(dataset, new DatasetBuild(manifest, List.of(), List.of(), new TreeMap<>(), List.of()));
        return dataset;
    }

    private ModelVersion model(String run, Dataset trainedOn, List<String> classes) {
        new RunStore(database.jdbi()).start(new RunId(run), "execution of " + run, "own", CONFIGURATION);
        SafeTensors head = SafeTensors.of(
                Map.of("format", "fomo-head/1", "of", run),
                Map.of("layer.0.bias", Tensor.vector(new float[classes.size()])));
        ModelFile file = new ModelFile(
                ENCODER,
                classes,
                Calibration.identity(classes.size()),
                new DecisionRule(List.of(0.5, 0.5)),
                CONFIGURATION,
                head);
        Sha256 digest = blobs.put(BlobKind.MODELS, file.toBytes());
        return new ModelStore(database.jdbi())
                .register(new RegisteredModel(
                        digest,
                        new RunId(run),
                        trainedOn.digest(),
                        ENCODER,
                        file.taxonomy(),
                        "0.1.0",
                        "17.0.9",
                        "nd4j"));
    }

    /** What the model said of the dataset's test items: the true class where it is right, and else the other one. */
    private void judge(String run, ModelVersion model, Dataset dataset, IntPredicate right) {
        SortedMap<Sha256, float[]> scores = new TreeMap<>();
        for (DatasetItem item : new DatasetStore(database.jdbi()).items(dataset.digest())) {
            int image = Integer.parseInt(item.image().hex().substring(56), 16);
            boolean first = (truth(image) == 0) == right.test(image);
            scores.put(item.image(), first ? new float[] {0.9f, 0.1f} : new float[] {0.1f, 0.9f});
        }
        ScoreSheet sheet = new ScoreSheet(dataset.classes(), scores);
        Evaluation evaluation = new Evaluation(
                Evaluation.FORMAT,
                new EvaluationSource(
                        new RunId(run),
                        model,
                        dataset.digest(),
                        blobs.put(BlobKind.EVALUATIONS, sheet.toBytes()),
                        null,
                        null,
                        new TrainingOverlap(List.of(), 0, 0, 0, List.of()),
                        BOOTSTRAP,
                        null),
                new Judgement(
                        scores.size(),
                        scores.size(),
                        1,
                        new Figures(Map.of(Measure.TOP_1, Figure.of(0.5, 0.5))),
                        List.of(),
                        null),
                null,
                List.of(),
                List.of(),
                new EvaluationDetail(List.of(), List.of(), List.of(), List.of(), List.of()));
        new EvaluationStore(database.jdbi())
                .record(blobs.put(BlobKind.EVALUATIONS, Reports.toBytes(evaluation)), evaluation, null);
    }

    private static int truth(int image) {
        return image % 2 == 0 ? 1 : 0;
    }

    private static Sha256 image(int number) {
        return new Sha256("%064x".formatted(number));
    }

    private static Sha256 digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
