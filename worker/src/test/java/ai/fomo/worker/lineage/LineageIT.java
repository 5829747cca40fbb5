package ai.fomo.worker.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Cover;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetBuild;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.dataset.DatasetManifest;
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.genre.GenreMap;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.domain.genre.Taxonomy;
import ai.fomo.domain.poster.Classification;
import ai.fomo.domain.poster.Evidence;
import ai.fomo.domain.poster.GenreConfidence;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.domain.training.Position;
import ai.fomo.domain.training.TrainingAttempt;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.migrations.Migrate;
import ai.fomo.storage.Database;
import ai.fomo.storage.DatabaseConfiguration;
import ai.fomo.storage.catalogue.CoverStore;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.dataset.ItemOrigin;
import ai.fomo.storage.feature.FeatureCoverage;
import ai.fomo.storage.feature.FeatureStore;
import ai.fomo.storage.genre.GenreMapStore;
import ai.fomo.storage.poster.ClassificationStore;
import ai.fomo.storage.poster.PosterStore;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.storage.registry.PromotionCommand;
import ai.fomo.storage.registry.PromotionStore;
import ai.fomo.storage.registry.RegisteredModel;
import ai.fomo.storage.registry.UnknownModelException;
import ai.fomo.storage.training.RunStore;
import ai.fomo.storage.training.TrainingAttemptStore;
import ai.fomo.worker.view.LineageDocument;
import ai.fomo.worker.view.LineageDocument.ModelPart;
import ai.fomo.worker.view.LineageText;
import ai.fomo.workflows.payload.PayloadConverter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chain over the rows that a retraining and a classification leave. */
@SuppressWarnings("NullAway.Init") // JUnit calls start first
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LineageIT {
    private static final EncoderId ENCODER =
            new EncoderId("efficientnet-lite0", digest("weights"), "onnxruntime-1.29.0", 1, 1280);
    private static final GenreMap MAP = new GenreMap(
            "tags", "2", new Taxonomy("sixteen", List.of("Jazz", "Techno")), Map.of("bebop", "Jazz", "acid", "Techno"));

    private EmbeddedPostgres server;
    private Database database;
    private Jdbi jdbi;
    private LineageSubjects subjects;
    private LineageTrace trace;
    private ModelVersion first;
    private ModelVersion second;

    @BeforeAll
    void start() throws IOException {
        server = EmbeddedPostgres.builder().start();
        String url = server.getJdbcUrl("postgres", "postgres");
        Migrate.migrate(url, "postgres", "");
        database = Database.open(new DatabaseConfiguration(url, "postgres", "", 4));
        jdbi = database.jdbi();
        subjects = new LineageSubjects(jdbi);
        trace = new LineageTrace(jdbi);
        Dataset dataset = dataset();
        first = model("retrain-own-1", dataset.digest(), "first");
        attempt(null, List.of());
        attempt(new Position(3, 0), List.of("the checkpoint of epoch 4 is passed over: it is damaged"));
        second = model("retrain-own-2", dataset.digest(), "second");
        new PromotionStore(jdbi)
                .promote(new PromotionCommand(
                        "retrain-own-1", "execution of retrain-own-1", first, null, "auto", "passed"));
        new FeatureStore(jdbi).recordShard(ENCODER, digest("shard"), List.of(digest("a"), digest("b")));
        new RunStore(jdbi).finish(new RunId("retrain-own-1"), "PROMOTED", "version 1 is the champion");
        new RunStore(jdbi).start(new RunId("retrain-own-3"), "diverged", "own", configuration());
        classify(digest("once"), first);
        classify(digest("twice"), first);
        classify(digest("twice"), second);
    }

    @AfterAll
    void stop() throws IOException {
        database.close();
        server.close();
    }

    @Test
    void aPredictionRestsOnModelRunEncoderDatasetMapAndCovers() {
        LineageDocument lineage = of(digest("once").hex().substring(0, 12));

        LineageDocument.PredictionPart prediction = Objects.requireNonNull(lineage.prediction());
        assertThat(prediction.poster()).isEqualTo(digest("once"));
        assertThat(prediction.model()).isEqualTo(first.version());
        assertThat(lineage.run().run()).isEqualTo(new RunId("retrain-own-1"));
        assertThat(lineage.run().configuration().seed()).isEqualTo(42);
        ModelPart model = lineage.models().get(0);
        assertThat(model.digest()).isEqualTo(first.digest());
        assertThat(model.alias()).isEqualTo("champion");
        assertThat(model.encoder()).isEqualTo(ENCODER);
        assertThat(model.features()).isEqualTo(new FeatureCoverage(2, 1, 0));
        assertThat(model.jdk()).isEqualTo("17.0.9");
        assertThat(model.data().dataset().seed()).isEqualTo(7);
        assertThat(model.data().map()).isEqualTo(new LineageDocument.MapPart("tags", "2", MAP.digest(), "sixteen"));
        assertThat(model.data().source().name()).isEqualTo("own");
        assertThat(model.data().items())
                .containsExactlyInAnyOrder(
                        new ItemOrigin(digest("a"), Split.TRAIN, List.of("a.png", "copy of a.png")),
                        new ItemOrigin(digest("b"), Split.VALIDATION, List.of("b.png")),
                        new ItemOrigin(digest("c"), Split.TEST, List.of("c.png")));
    }

    @Test
    void aPredictionIsNamedByItsWorkflowToo() {
        LineageDocument lineage = of("poster-" + digest("twice") + "-" + second.version());

        assertThat(Objects.requireNonNull(lineage.prediction()).model()).isEqualTo(second.version());
        assertThat(lineage.run().run()).isEqualTo(new RunId("retrain-own-2"));
    }

    @Test
    void whereSeveralModelsAnsweredTheOneMeantHasToBeSaid() {
        String poster = digest("twice").hex().substring(0, 8);

        assertThatThrownBy(() -> of(poster))
                .isInstanceOf(UnknownSubjectException.class)
                .hasMessage("poster " + poster + " was classified by models " + second.version() + " and "
                        + first.version() + "; say which one is meant, as in " + poster + "@" + second.version());
        assertThat(Objects.requireNonNull(of(poster + "@" + first.version()).prediction())
                        .model())
                .isEqualTo(first.version());
        assertThat(Objects.requireNonNull(of(poster + "@champion").prediction()).model())
                .isEqualTo(first.version());
        assertThatThrownBy(() -> of(poster + "@77")).isInstanceOf(UnknownModelException.class);
    }

    @Test
    void digitsThatBeginSeveralPostersAreNotEnough() {
        Sha256 one = new Sha256("abcdef" + "0".repeat(58));
        Sha256 other = new Sha256("abcdef" + "1".repeat(58));
        classify(one, first);
        classify(other, first);

        assertThatThrownBy(() -> of("abcdef"))
                .isInstanceOf(UnknownSubjectException.class)
                .hasMessage(
                        "'abcdef' begins the digests of 2 posters, abcdef000000 and abcdef111111 among them; write more"
                                + " digits");
        assertThat(Objects.requireNonNull(of("abcdef1").prediction()).poster()).isEqualTo(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"champion", "1"})
    void aModelIsNamedByAliasAndVersion(String name) {
        assertThat(of(name).prediction()).isNull();
        assertThat(of(name).models()).extracting(ModelPart::version).containsExactly(1);
    }

    @Test
    void aModelIsNamedByItsDigest() {
        assertThat(of(second.digest().abbreviated()).models())
                .extracting(ModelPart::version)
                .containsExactly(second.version());
    }

    @Test
    void aRunThatMadeNoModelEndsTheChain() {
        LineageDocument lineage = of("retrain-own-3");

        assertThat(lineage.models()).isEmpty();
        assertThat(LineageText.of(lineage, false))
                .contains("retrain-own-3, running", "none: the run has made no model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nobody", "retrain-own-99", "ffffffffffff", "abc", "once@1", "123456789012"})
    void whatIsNothingIsToldWhatThereIs(String id) {
        assertThatThrownBy(() -> of(id))
                .isInstanceOf(UnknownSubjectException.class)
                .hasMessageStartingWith(
                        "'" + id + "' is no run (fomo runs), no model (fomo models), and no prediction");
    }

    @ParameterizedTest
    @ValueSource(strings = {"previous", "7"})
    void aModelThatIsNotThereIsToldWhichAre(String name) {
        assertThatThrownBy(() -> of(name))
                .isInstanceOf(UnknownModelException.class)
                .hasMessageEndingWith("; there are models 1 to 2 (the champion is 1), see: fomo models");
    }

    @Test
    void theTextNamesEveryLinkAndAFewCovers() {
        String text = LineageText.of(of("champion"), false);

        assertThat(text.lines().map(line -> line.split(" {2,}", -1)[0]).filter(head -> !head.isEmpty()))
                .containsExactly(
                        "model",
                        "code version",
                        "JDK",
                        "backend",
                        "run",
                        "configuration",
                        "training",
                        "training",
                        "trained on",
                        "encoder",
                        "features",
                        "dataset",
                        "genre map",
                        "source",
                        "covers");
        assertThat(text)
                .contains(
                        "1, champion, " + first.digest(),
                        "Temporal run id execution of retrain-own-1",
                        "seed 42",
                        "from the beginning, by 0.1.0, 17.0.9, nd4j",
                        "went on behind epoch 3, by",
                        "the checkpoint of epoch 4 is passed over",
                        "features " + digest("manifest"),
                        "weights " + ENCODER.weights(),
                        "of 2 of 3 images, in 1 shards",
                        "tags 2, " + MAP.digest(),
                        "4, which show 3 images",
                        digest("a") + "  train  a.png, copy of a.png");
    }

    @Test
    void theDocumentIsPlainJson() throws JsonProcessingException {
        JsonNode json = PayloadConverter.mapper()
                .readTree(PayloadConverter.mapper()
                        .writeValueAsString(of(digest("once").hex())));

        assertThat(json.at("/prediction/poster").asText())
                .isEqualTo(digest("once").hex());
        assertThat(json.at("/models/0/data/map/version").asText()).isEqualTo("2");
        assertThat(json.at("/models/0/data/items")).hasSize(3);
        assertThat(json.at("/attempts/1/resumedFrom/epochs").asInt()).isEqualTo(3);
        assertThat(json.at("/run/run").asText()).isEqualTo("retrain-own-1");
    }

    private LineageDocument of(String id) {
        return trace.of(subjects.find(id));
    }

    private Dataset dataset() {
        new GenreMapStore(jdbi).put(MAP);
        Labelling labelling = new Labelling.Mapped(MAP.digest());
        new SourceStore(jdbi).create(new Source("own", SourceKind.FILES, null, labelling));
        CoverStore covers = new CoverStore(jdbi);
        for (String name : List.of("a", "b", "c")) {
            covers.add(cover(name, name + ".png"));
        }
        covers.add(cover("a", "copy of a.png"));
        DatasetManifest manifest = new DatasetManifest(
                List.of("Jazz", "Techno"),
                List.of(
                        new DatasetItem(digest("a"), "one", Split.TRAIN, new TreeSet<>(List.of(0, 1))),
                        new DatasetItem(digest("b"), "two", Split.VALIDATION, new TreeSet<>(List.of(1))),
                        new DatasetItem(digest("c"), "three", Split.TEST, new TreeSet<>(List.of(0)))));
        Dataset dataset = new Dataset(manifest.digest(), "own", labelling, 7, manifest.classes(), manifest.counts());
        new DatasetStore(jdbi)
                .save(dataset, new DatasetBuild(manifest, List.of(), List.of(), new TreeMap<>(), List.of()));
        return dataset;
    }

    private static Cover cover(String image, String name) {
        return new Cover(digest(image), "own", name, "group", null, 640, 640, List.of());
    }

    private ModelVersion model(String run, Sha256 dataset, String name) {
        new RunStore(jdbi).start(new RunId(run), "execution of " + run, "own", configuration());
        return new ModelStore(jdbi)
                .register(new RegisteredModel(
                        digest(name), new RunId(run), dataset, ENCODER, digest("classes"), "0.1.0", "17.0.9", "nd4j"));
    }

    private void attempt(@Nullable Position from, List<String> passedOver) {
        new TrainingAttemptStore(jdbi)
                .record(new TrainingAttempt(
                        new RunId("retrain-own-1"),
                        digest("manifest"),
                        null,
                        "0.1.0",
                        "17.0.9",
                        "nd4j",
                        from,
                        passedOver));
    }

    private static TrainingConfiguration configuration() {
        return new TrainingConfiguration("small", List.of(128), 0.25, 1e-3, 1e-4, 64, 30, 5, 42);
    }

    private void classify(Sha256 poster, ModelVersion model) {
        new PosterStore(jdbi).add(poster, 600, 900);
        new ClassificationStore(jdbi)
                .record(new Classification(
                        poster,
                        new Classification.ModelReference(model.version(), digest("classes")),
                        List.of(new GenreConfidence("Jazz", 0.75, false)),
                        Map.of("Jazz", 0.75),
                        Evidence.imageOnly()));
    }

    private static Sha256 digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
