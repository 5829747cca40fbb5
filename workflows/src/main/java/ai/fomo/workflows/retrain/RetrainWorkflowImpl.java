package ai.fomo.workflows.retrain;

import ai.fomo.domain.RunId;
import ai.fomo.domain.dataset.BuildRules;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.domain.feature.View;
import ai.fomo.domain.training.TrainingOutcome;
import ai.fomo.workflows.ChildTurn;
import ai.fomo.workflows.FailureSentence;
import ai.fomo.workflows.catalogue.CatalogueRequest;
import ai.fomo.workflows.catalogue.CatalogueResult;
import ai.fomo.workflows.catalogue.CatalogueWorkflow;
import ai.fomo.workflows.dataset.DatasetActivities;
import ai.fomo.workflows.dataset.DatasetBuildRequest;
import ai.fomo.workflows.dataset.DatasetBuildResult;
import ai.fomo.workflows.dataset.DatasetStubs;
import ai.fomo.workflows.dataset.FingerprintRequest;
import ai.fomo.workflows.dataset.GenreMappingRequest;
import ai.fomo.workflows.dataset.JudgedDatasets;
import ai.fomo.workflows.feature.FeatureRequest;
import ai.fomo.workflows.feature.FeatureWorkflow;
import ai.fomo.workflows.feature.Features;
import ai.fomo.workflows.feature.UsedFeatures;
import ai.fomo.workflows.registry.RegistryActivities;
import ai.fomo.workflows.registry.RegistryStubs;
import ai.fomo.workflows.registry.RunFinish;
import ai.fomo.workflows.registry.RunStart;
import ai.fomo.workflows.training.TrainingRequest;
import ai.fomo.workflows.training.TrainingStubs;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.util.List;

/** The order of a retraining, top to bottom, up to the trained weights; {@link Judging} goes on from there. */
public final class RetrainWorkflowImpl implements RetrainWorkflow {
    /** Runs that began before there were fingerprints go on without them. */
    private static final String FINGERPRINTS = "fingerprint-covers";
    /** Runs that were past it before there was this look at the batch find out when they train. */
    private static final String BATCH = "batch-before-features";

    private final RunId run = new RunId(Workflow.getInfo().getWorkflowId());
    private final DatasetActivities datasets = DatasetStubs.datasets();
    private final RegistryActivities registry = RegistryStubs.registry();
    private final StageLog stages = new StageLog();
    private final PendingDecision decision = new PendingDecision(run);

    @Override
    public RetrainResult retrain(RetrainRequest request) {
        String firstExecution = Workflow.getInfo().getFirstExecutionRunId();
        unstoppably(
                () -> registry.startRun(new RunStart(run, firstExecution, request.dataset(), request.configuration())));
        try {
            RetrainResult result = carryOut(request);
            finish(result.outcome().name(), result.explanation());
            return result.with(RunReport.write(run, result.evaluation(), false));
        } catch (TemporalFailure failure) {
            if (CancellationScope.current().isCancelRequested()) {
                String where = "cancelled at " + stages.progress().stage().label();
                finish(RunFinish.CANCELLED, where);
                throw new CanceledFailure(where);
            }
            FailureSentence cause = FailureSentence.of(failure);
            finish(RetrainOutcome.FAILED.name(), cause.sentence());
            throw ApplicationFailure.newNonRetryableFailureWithCause(cause.sentence(), cause.type(), failure);
        }
    }

    @Override
    public RetrainProgress progress() {
        return stages.progress();
    }

    @Override
    public ApprovalAnswer decide(ApprovalAnswer answer) {
        return decision.accept(answer);
    }

    @Override
    public void validateDecide(ApprovalAnswer answer) {
        decision.validate(answer, stages.progress().stage());
    }

    private RetrainResult carryOut(RetrainRequest request) {
        if (request.kind().isOutside()) {
            syncCatalogue(new CatalogueRequest(
                    request.dataset(), request.kind(), request.coversPerGenre(), null, request.genres(), null));
        }
        stages.enter(RetrainStage.MAP_GENRES, "labels of " + request.dataset());
        datasets.mapGenres(new GenreMappingRequest(request.dataset()));

        stages.enter(RetrainStage.BUILD_DATASET, "covers of " + request.dataset());
        fingerprintCovers(request.dataset());
        DatasetBuildResult build = datasets.buildDataset(new DatasetBuildRequest(
                request.dataset(), BuildRules.COMMON_SEED, request.subset(), request.rareClasses()));
        List<String> findings = build.findings();
        stages.built(Sentences.built(build));
        Dataset dataset = build.dataset();
        int batch = request.configuration().batch();
        if (batch > dataset.splits().train()
                && Workflow.getVersion(BATCH, Workflow.DEFAULT_VERSION, 1) != Workflow.DEFAULT_VERSION) {
            return untrained(Sentences.batchTooLarge(batch, dataset.splits().train()), dataset, findings);
        }
        FeatureManifest features = extractFeatures(new FeatureRequest(dataset.digest(), request.encoder()));
        FeatureManifest mirrored =
                request.configuration().views().contains(View.MIRROR) ? ofMirrorImages(features) : null;
        FeatureManifest posters = request.posters() == null ? null : ofPosters(request.posters(), request.encoder());
        UsedFeatures used = new UsedFeatures(features, mirrored, posters, stages::repair);

        String preset = request.configuration().preset();
        stages.enter(RetrainStage.TRAIN, preset + " on " + features.images() + " images");
        TrainingOutcome outcome = used.read(() -> TrainingStubs.training(
                        preset + ", at most " + request.configuration().epochs() + " epochs")
                .train(new TrainingRequest(run, used.originals(), request.configuration(), used.mirrored())));
        if (outcome instanceof TrainingOutcome.Diverged diverged) {
            return untrained(Sentences.diverged(diverged), dataset, Sentences.withBad(findings, used));
        }
        TrainingOutcome.Converged converged = (TrainingOutcome.Converged) outcome;
        return new Judging(run, request, dataset, findings, used, stages, decision, registry)
                .judge(converged.weights());
    }

    /** Done, since it would end so again, but without a model. */
    private RetrainResult untrained(String explanation, Dataset dataset, List<String> findings) {
        return new RetrainResult(
                run,
                RetrainOutcome.FAILED,
                explanation,
                dataset,
                null,
                null,
                null,
                stages.timesSoFar(),
                findings,
                null,
                null);
    }

    /** Those that have no fingerprint yet. What cannot be read is a finding of the build, which lacks its fingerprint. */
    private static void fingerprintCovers(String source) {
        if (Workflow.getVersion(FINGERPRINTS, Workflow.DEFAULT_VERSION, 1) != Workflow.DEFAULT_VERSION) {
            DatasetStubs.fingerprints().fingerprintCovers(new FingerprintRequest(source));
        }
    }

    private void syncCatalogue(CatalogueRequest request) {
        stages.enter(RetrainStage.SYNC_CATALOGUE, "covers of " + request.source());
        String child = CatalogueWorkflow.workflowId(request.source());
        stages.delegate(child, "covers of " + request.source());
        CatalogueResult result = ChildTurn.take(
                child,
                () -> Workflow.newChildWorkflowStub(CatalogueWorkflow.class, CatalogueWorkflow.childOptions(request))
                        .sync(request),
                () -> stages.delegate(child, "waits for a sync that runs already"));
        stages.counted(result.covers(), result.added());
    }

    private FeatureManifest extractFeatures(FeatureRequest request) {
        FeatureManifest features = delegate(request, "with " + request.encoder());
        stages.counted(features.images(), features.computed());
        return features;
    }

    /** By the same weights as the originals, even where others were fetched in between. */
    private FeatureManifest ofMirrorImages(FeatureManifest originals) {
        FeatureRequest request = new FeatureRequest(
                        originals.dataset(), originals.encoder().name(), View.MIRROR)
                .withWeights(originals.encoder().weights());
        return delegate(request, "of mirror images, with " + request.encoder());
    }

    private FeatureManifest delegate(FeatureRequest request, String detail) {
        stages.enter(RetrainStage.FEATURES, detail);
        String child = FeatureWorkflow.workflowId(request);
        stages.delegate(child, detail);
        return Features.extract(request, () -> stages.delegate(child, "waits for an extraction that runs already"));
    }

    /** Before training, so that a run with unusable posters does not end after it. */
    private FeatureManifest ofPosters(String posters, String encoder) {
        stages.enter(RetrainStage.FEATURES, "posters of " + posters + ", with " + encoder);
        Dataset dataset = JudgedDatasets.build(posters);
        FeatureRequest request = new FeatureRequest(dataset.digest(), encoder);
        stages.delegate(FeatureWorkflow.workflowId(request), "posters of " + posters + ", with " + encoder);
        return Features.extract(request, () -> {});
    }

    private void finish(String outcome, String explanation) {
        unstoppably(() -> registry.finishRun(new RunFinish(run, outcome, explanation)));
        stages.enter(RetrainStage.DONE, explanation);
    }

    /** Rows that open and close a run are written even while it is being cancelled. */
    static void unstoppably(Runnable step) {
        Workflow.newDetachedCancellationScope(step).run();
    }
}
