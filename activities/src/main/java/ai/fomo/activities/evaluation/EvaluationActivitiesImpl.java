package ai.fomo.activities.evaluation;

import ai.fomo.activities.feature.FeatureReader;
import ai.fomo.activities.training.LabelledFeatures;
import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.evaluation.GatePolicy;
import ai.fomo.domain.registry.ModelName;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.domain.training.TrainingAttempt;
import ai.fomo.learning.model.ModelFile;
import ai.fomo.learning.model.SafeTensors;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobMissingException;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.catalogue.CoverStore;
import ai.fomo.storage.catalogue.FingerprintStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.evaluation.EvaluationRow;
import ai.fomo.storage.evaluation.EvaluationStore;
import ai.fomo.storage.evaluation.GateDecisionStore;
import ai.fomo.storage.evaluation.GatePolicyStore;
import ai.fomo.storage.evaluation.GatePolicyYaml;
import ai.fomo.storage.registry.ModelRow;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.storage.registry.RegisteredModel;
import ai.fomo.storage.training.TrainingAttemptStore;
import ai.fomo.workflows.evaluation.AssembledModel;
import ai.fomo.workflows.evaluation.CalibrationRequest;
import ai.fomo.workflows.evaluation.CalibrationResult;
import ai.fomo.workflows.evaluation.EvaluationActivities;
import ai.fomo.workflows.evaluation.EvaluationRequest;
import ai.fomo.workflows.evaluation.EvaluationResult;
import ai.fomo.workflows.evaluation.GateRequest;
import ai.fomo.workflows.evaluation.GateResult;
import ai.fomo.workflows.evaluation.ModelQuery;
import ai.fomo.workflows.evaluation.ReportRequest;
import ai.fomo.workflows.evaluation.ReportResult;
import ai.fomo.workflows.evaluation.TrainedModel;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@inheritDoc} */
public final class EvaluationActivitiesImpl implements EvaluationActivities {
    private final DatasetStore datasets;
    private final ModelStore models;
    private final EvaluationStore evaluations;
    private final ModelJudging judging;
    private final GatePolicyStore policies;
    private final GateDecisionStore decisions;
    private final BlobStore blobs;
    private final LabelledFeatures features;
    private final StoredEvaluations stored;
    private final byte[] policyFile;
    private final GatePolicy policy;
    private final TrainingAttemptStore attempts;
    private final EvaluationReports reports;

    /** @param policyFile the YAML of the gate's policy */
    public EvaluationActivitiesImpl(
            DatasetStore datasets,
            ModelStore models,
            EvaluationStore evaluations,
            CoverStore covers,
            FingerprintStore fingerprints,
            GatePolicyStore policies,
            GateDecisionStore decisions,
            BlobStore blobs,
            FeatureReader features,
            byte[] policyFile,
            TrainingAttemptStore attempts,
            EvaluationReports reports) {
        this.datasets = datasets;
        this.models = models;
        this.evaluations = evaluations;
        this.judging = new ModelJudging(datasets, models, covers, fingerprints, blobs, features);
        this.policies = policies;
        this.decisions = decisions;
        this.blobs = blobs;
        this.features = new LabelledFeatures(datasets, features);
        this.stored = new StoredEvaluations(blobs);
        this.policyFile = policyFile.clone();
        this.policy = GatePolicyYaml.parse(policyFile);
        this.attempts = attempts;
        this.reports = reports;
    }

    @Override
    public CalibrationResult calibrate(CalibrationRequest request) {
        ModelFile model = calibrated(request);
        Sha256 digest = blobs.put(BlobKind.MODELS, model.toBytes());
        TrainingAttempt madeBy = lastAttempt(request);
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
    public AssembledModel assemble(CalibrationRequest request) {
        return new AssembledModel(Sha256.of(calibrated(request).toBytes()));
    }

    private ModelFile calibrated(CalibrationRequest request) {
        List<String> classes = features.dataset(request.features()).classes();
        SafeTensors head = SafeTensors.parse(blobs.get(BlobKind.CHECKPOINTS, request.weights()));
        return CalibratedModel.of(
                head,
                request.features().encoder(),
                classes,
                request.configuration(),
                features.of(request.features(), Split.VALIDATION));
    }

    /** By what the model was made: the last attempt made its last bytes. Earlier versions recorded none. */
    private TrainingAttempt lastAttempt(CalibrationRequest request) {
        String unknown = "not recorded";
        return attempts.of(request.run()).stream()
                .reduce((earlier, later) -> later)
                .orElseGet(() -> new TrainingAttempt(
                        request.run(), request.features().blob(), null, unknown, unknown, unknown, null, List.of()));
    }

    @Override
    public EvaluationResult evaluate(EvaluationRequest request) {
        Optional<ModelVersion> champion = models.champion();
        Evaluation evaluation = judging.judge(request, champion);
        Sha256 report = blobs.put(BlobKind.EVALUATIONS, Reports.toBytes(evaluation));
        evaluations.record(report, evaluation, champion.orElse(null));
        return new EvaluationResult(
                report,
                evaluation.test().items(),
                evaluation.test().figures(),
                champion.orElse(null),
                Findings.of(evaluation));
    }

    @Override
    public GateResult gate(GateRequest request) {
        Evaluation evaluation = stored.read(request.run(), version(request.run()), request.report());
        GateDecision decision = policy.judge(evaluation);
        policies.put(policyFile);
        decisions.record(request.run(), request.report(), decision);
        return new GateResult(decision);
    }

    @Override
    public TrainedModel findModel(ModelQuery query) {
        ModelRow row = models.require(new ModelName.Version(query.version()));
        RegisteredModel model = row.model();
        String source = datasets.find(model.dataset())
                .orElseThrow(() -> new IllegalStateException("no dataset " + model.dataset()))
                .name();
        return new TrainedModel(
                model.run(),
                row.version(),
                model.dataset(),
                source,
                posters(row).orElse(null),
                model.encoder().name(),
                model.encoder().weights());
    }

    /** Those of the model's last evaluation that had any. */
    private Optional<String> posters(ModelRow model) {
        List<EvaluationRow> rows = evaluations.ofRun(model.model().run());
        for (int i = rows.size() - 1; i >= 0; i--) {
            EvaluationRow row = rows.get(i);
            Sha256 posters = row.model().equals(model.version().digest()) ? posters(row) : null;
            if (posters != null) {
                return datasets.find(posters).map(Dataset::name);
            }
        }
        return Optional.empty();
    }

    private @Nullable Sha256 posters(EvaluationRow row) {
        try {
            return Reports.parse(blobs.get(BlobKind.EVALUATIONS, row.report()))
                    .source()
                    .posters();
        } catch (BlobMissingException | UncheckedIOException e) {
            // Of an earlier version, which knew no posters.
            return null;
        }
    }

    @Override
    public ReportResult writeReport(ReportRequest request) {
        return reports.write(request.run(), request.report(), request.awaitsPerson());
    }

    /** Of the run's model; of its latest, where it was reset. Null where it has none. */
    private @Nullable Integer version(RunId run) {
        return models.ofRun(run).stream()
                .map(model -> model.version().version())
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
