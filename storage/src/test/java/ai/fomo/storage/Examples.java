package ai.fomo.storage;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.catalogue.Thumbnail;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetBuild;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.dataset.DatasetManifest;
import ai.fomo.domain.dataset.Exclusion;
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.evaluation.Bootstrap;
import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.EvaluationDetail;
import ai.fomo.domain.evaluation.EvaluationSource;
import ai.fomo.domain.evaluation.Figure;
import ai.fomo.domain.evaluation.Figures;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.evaluation.Judgement;
import ai.fomo.domain.evaluation.Measure;
import ai.fomo.domain.evaluation.RuleVerdict;
import ai.fomo.domain.evaluation.TrainingOverlap;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.evaluation.EvaluationStore;
import ai.fomo.storage.evaluation.GateDecisionStore;
import ai.fomo.storage.evaluation.GatePolicyStore;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.storage.registry.RegisteredModel;
import ai.fomo.storage.training.RunStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Rows that other rows refer to. */
public final class Examples {
    public static final EncoderId ENCODER = new EncoderId("tiny", digest("weights"), "onnxruntime-1.29.0", 1, 4);

    public static final TrainingConfiguration CONFIGURATION =
            new TrainingConfiguration("small", List.of(128), 0.25, 1e-3, 1e-4, 64, 30, 5, 42L);

    private Examples() {}

    public static Sha256 digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Distinct digests, in order of their numbers. */
    public static List<Sha256> digests(String prefix, int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> digest(prefix + i))
                .toList();
    }

    public static Source source(String name) {
        return new Source(name, SourceKind.FILES, null, new Labelling.FromLabels());
    }

    public static DatasetManifest manifest(String salt) {
        return new DatasetManifest(
                List.of("Jazz", "Rock"),
                List.of(
                        new DatasetItem(digest(salt + 1), "one", Split.TRAIN, new TreeSet<>(List.of(0, 1))),
                        new DatasetItem(digest(salt + 2), "two", Split.VALIDATION, new TreeSet<>(List.of(1))),
                        new DatasetItem(digest(salt + 3), "three", Split.TEST, new TreeSet<>(List.of(0)))));
    }

    public static Dataset dataset(String source, DatasetManifest manifest) {
        return new Dataset(
                manifest.digest(), source, new Labelling.FromLabels(), 7L, manifest.classes(), manifest.counts());
    }

    /** A build of which there is nothing else to say. */
    public static DatasetBuild build(DatasetManifest manifest) {
        return build(manifest, List.of());
    }

    public static DatasetBuild build(DatasetManifest manifest, List<Exclusion> exclusions) {
        return new DatasetBuild(manifest, exclusions, List.of(), new TreeMap<>(), List.of());
    }

    /** A thumbnail with something to see on it. */
    public static Thumbnail thumbnail(long seed) {
        byte[] pixels = new byte[Thumbnail.BYTES];
        new Random(seed).nextBytes(pixels);
        return new Thumbnail(pixels);
    }

    /** A run that has a dataset, with all the rows that this takes. */
    public static RunId startedRun(Jdbi jdbi, String name) {
        new SourceStore(jdbi).create(source("examples"));
        DatasetManifest manifest = manifest("examples");
        new DatasetStore(jdbi).save(dataset("examples", manifest), build(manifest));
        RunId run = new RunId(name);
        new RunStore(jdbi).start(run, "execution-of-" + name, "examples", CONFIGURATION);
        return run;
    }

    /** A model of a run of its own. */
    public static ModelVersion registeredModel(Jdbi jdbi, String name) {
        return new ModelStore(jdbi).register(modelOf(startedRun(jdbi, "run-of-" + name), name));
    }

    public static RegisteredModel modelOf(RunId run, String name) {
        return new RegisteredModel(
                digest(name),
                run,
                manifest("examples").digest(),
                ENCODER,
                digest("taxonomy"),
                "0.1.0",
                "17.0.9 Temurin",
                "nd4j-native 1.0.0-M2.1 linux-x86_64-onednn-avx2");
    }

    /** Judged while {@code champion} was the champion, and what the gate said then; each {@code report} is another one. */
    public static void decide(
            Jdbi jdbi, ModelVersion model, @Nullable ModelVersion champion, boolean passed, String report) {
        Sha256 policy = new GatePolicyStore(jdbi).put("version: 1".getBytes(StandardCharsets.UTF_8));
        RunId run =
                new ModelStore(jdbi).find(model.version()).orElseThrow().model().run();
        new EvaluationStore(jdbi).record(digest(report), evaluation(run, model), champion);
        new GateDecisionStore(jdbi)
                .record(
                        run,
                        digest(report),
                        new GateDecision(
                                policy,
                                List.of(new RuleVerdict("lift", passed, "mAP 0.4 beside 0.5", Map.of("mAP", 0.4)))));
    }

    /** One figure and nothing else. */
    public static Evaluation evaluation(RunId run, ModelVersion model) {
        return new Evaluation(
                Evaluation.FORMAT,
                new EvaluationSource(
                        run,
                        model,
                        manifest("examples").digest(),
                        digest("scores"),
                        null,
                        null,
                        new TrainingOverlap(List.of(), 0, 0, 0, List.of()),
                        Bootstrap.standard(),
                        null),
                new Judgement(
                        846,
                        800,
                        2.5,
                        new Figures(Map.of(Measure.MEAN_AVERAGE_PRECISION, Figure.of(0.4, 0.1))),
                        List.of(),
                        null),
                null,
                List.of(),
                List.of(),
                new EvaluationDetail(List.of(), List.of(), List.of(), List.of(), List.of()));
    }
}
