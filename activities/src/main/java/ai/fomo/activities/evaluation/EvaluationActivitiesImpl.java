package ai.fomo.activities.evaluation;

import ai.fomo.activities.feature.FeatureReader;
import ai.fomo.activities.training.Labelled;
import ai.fomo.activities.training.LabelledFeatures;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.evaluation.ClassFrequencies;
import ai.fomo.domain.evaluation.DecisionRule;
import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.Evaluation.ChampionFigures;
import ai.fomo.domain.evaluation.Evaluator;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.evaluation.GatePolicy;
import ai.fomo.domain.evaluation.Judgement;
import ai.fomo.domain.evaluation.ScoredItems;
import ai.fomo.domain.evaluation.ThresholdSelection;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.learning.model.ModelFile;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.evaluation.EvaluationStore;
import ai.fomo.storage.evaluation.GateDecisionStore;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.storage.registry.RegisteredModel;
import ai.fomo.workflows.evaluation.CalibrationRequest;
import ai.fomo.workflows.evaluation.CalibrationResult;
import ai.fomo.workflows.evaluation.EvaluationActivities;
import ai.fomo.workflows.evaluation.EvaluationRequest;
import ai.fomo.workflows.evaluation.EvaluationResult;
import ai.fomo.workflows.evaluation.GateRequest;
import ai.fomo.workflows.evaluation.GateResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@inheritDoc} */
public final class EvaluationActivitiesImpl implements EvaluationActivities {
    private final DatasetStore datasets;
    private final ModelStore models;
    private final EvaluationStore evaluations;
    private final GateDecisionStore decisions;
    private final BlobStore blobs;
    private final GatePolicy policy;
    private final Supplier<Provenance> provenance;

    public EvaluationActivitiesImpl(
            DatasetStore datasets,
            ModelStore models,
            EvaluationStore evaluations,
            GateDecisionStore decisions,
            BlobStore blobs,
            GatePolicy policy,
            Supplier<Provenance> provenance) {
        this.datasets = datasets;
        this.models = models;
        this.evaluations = evaluations;
        this.decisions = decisions;
        this.blobs = blobs;
        this.policy = policy;
        this.provenance = provenance;
    }

    @Override
    public CalibrationResult calibrate(CalibrationRequest request) {
        LabelledFeatures features = labelledFeatures();
        List<String> classes = features.dataset(request.features()).classes();
        byte[] weights = blobs.get(BlobKind.CHECKPOINTS, request.weights());
        DecisionRule rule = ThresholdSelection.choose(
                Scoring.score(weights, classes, features.of(request.features(), Split.VALIDATION)));
        ModelFile model = new ModelFile(request.features().encoder(), classes, rule, request.configuration(), weights);
        Sha256 digest = blobs.put(BlobKind.MODELS, model.toBytes());
        Provenance madeBy = provenance.get();
        return new CalibrationResult(models.register(new RegisteredModel(
                digest,
                request.run(),
                request.features().dataset(),
                request.features().encoder(),
                model.taxonomy(),
                madeBy.codeVersion(),
                madeBy.jdk(),
                madeBy.backend())));
    }

    @Override
    public EvaluationResult evaluate(EvaluationRequest request) {
        LabelledFeatures features = labelledFeatures();
        ModelFile model = read(request.model());
        List<Labelled> test = features.of(request.features(), Split.TEST);
        ClassFrequencies training = features.trainingFrequencies(request.features());
        Judgement judgement = judge(model, test, training);
        Optional<ModelVersion> champion = models.champion();
        Evaluation evaluation = new Evaluation(
                request.run(),
                request.features().dataset(),
                request.model().digest(),
                test.size(),
                judgement.genresPerItem(),
                judgement.figures(),
                judgement.genres(),
                champion.flatMap(version -> judgeChampion(version, model, test, training))
                        .orElse(null));
        Sha256 report = blobs.put(BlobKind.REPORTS, Reports.toBytes(evaluation));
        evaluations.record(report, evaluation, champion.orElse(null));
        return new EvaluationResult(report, test.size(), judgement.figures(), champion.orElse(null));
    }

    @Override
    public GateResult gate(GateRequest request) {
        Evaluation evaluation = Reports.parse(blobs.get(BlobKind.REPORTS, request.report()));
        GateDecision decision = policy.judge(evaluation);
        decisions.record(request.run(), request.report(), decision);
        return new GateResult(decision);
    }

    /** On the same features, and so only where the champion has the same encoder and answers in the same classes. */
    private Optional<ChampionFigures> judgeChampion(
            ModelVersion version, ModelFile challenger, List<Labelled> test, ClassFrequencies training) {
        ModelFile champion = read(version);
        if (!champion.classes().equals(challenger.classes())
                || !champion.encoder().equals(challenger.encoder())) {
            return Optional.empty();
        }
        return Optional.of(new ChampionFigures(
                version.version(),
                version.digest(),
                judge(champion, test, training).figures()));
    }

    private static Judgement judge(ModelFile model, List<Labelled> test, ClassFrequencies training) {
        ScoredItems scored = Scoring.score(model.headWeights(), model.classes(), test);
        return Evaluator.figures(scored, model.rule(), training);
    }

    private ModelFile read(ModelVersion version) {
        return ModelFile.parse(blobs.get(BlobKind.MODELS, version.digest()));
    }

    private LabelledFeatures labelledFeatures() {
        return new LabelledFeatures(datasets, new FeatureReader(blobs));
    }
}
