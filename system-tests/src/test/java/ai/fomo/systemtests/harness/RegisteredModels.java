package ai.fomo.systemtests.harness;

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
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Models that nobody has trained, with all the rows that a model has. */
public final class RegisteredModels {
    private final Jdbi jdbi;
    private final Sha256 dataset;

    public RegisteredModels(Jdbi jdbi) {
        this.jdbi = jdbi;
        DatasetManifest manifest = new DatasetManifest(
                List.of("Jazz", "Rock"),
                List.of(
                        new DatasetItem(digest("a"), "one", Split.TRAIN, new TreeSet<>(List.of(0, 1))),
                        new DatasetItem(digest("b"), "two", Split.VALIDATION, new TreeSet<>(List.of(1))),
                        new DatasetItem(digest("c"), "three", Split.TEST, new TreeSet<>(List.of(0)))));
        this.dataset = manifest.digest();
        new SourceStore(jdbi).create(new Source("own", SourceKind.FILES, null, new Labelling.FromLabels()));
        new DatasetStore(jdbi)
                .save(
                        new Dataset(
                                dataset, "own", new Labelling.FromLabels(), 1, manifest.classes(), manifest.counts()),
                        new DatasetBuild(manifest, List.of(), List.of(), new TreeMap<>(), List.of()));
    }

    public ModelVersion register(String name) {
        RunId run = new RunId("retrain-" + name);
        new RunStore(jdbi)
                .start(
                        run,
                        "execution-of-" + name,
                        "own",
                        new TrainingConfiguration("small", List.of(8), 0, 1e-3, 0, 8, 3, 2, 1));
        return new ModelStore(jdbi)
                .register(new RegisteredModel(
                        digest(name),
                        run,
                        dataset,
                        new EncoderId("none", digest("weights"), "none", 1, 4),
                        digest("classes"),
                        "test",
                        "test",
                        "test"));
    }

    /** The gate has let the model pass, while {@code champion} was the champion. */
    public void pass(ModelVersion model, @Nullable ModelVersion champion) {
        RunId run =
                new ModelStore(jdbi).find(model.version()).orElseThrow().model().run();
        Sha256 policy = new GatePolicyStore(jdbi).put("version: 1".getBytes(StandardCharsets.UTF_8));
        Sha256 report = digest(model + " against " + champion);
        new EvaluationStore(jdbi).record(report, evaluation(run, model), champion);
        new GateDecisionStore(jdbi)
                .record(run, report, new GateDecision(policy, List.of(new RuleVerdict("any", true, "good", Map.of()))));
    }

    private Evaluation evaluation(RunId run, ModelVersion model) {
        return new Evaluation(
                Evaluation.FORMAT,
                new EvaluationSource(
                        run,
                        model,
                        dataset,
                        digest("scores"),
                        null,
                        null,
                        new TrainingOverlap(List.of(), 0, 0, 0, List.of()),
                        Bootstrap.standard(),
                        null),
                new Judgement(
                        1,
                        1,
                        1,
                        new Figures(Map.of(Measure.MEAN_AVERAGE_PRECISION, Figure.of(0.5, 0.2))),
                        List.of(),
                        null),
                null,
                List.of(),
                List.of(),
                new EvaluationDetail(List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    private static Sha256 digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
