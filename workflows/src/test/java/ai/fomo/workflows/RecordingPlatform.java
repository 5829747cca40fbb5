package ai.fomo.workflows;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.evaluation.RuleVerdict;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.domain.registry.PromotionOutcome;
import ai.fomo.domain.training.TrainingOutcome;
import ai.fomo.workflows.catalogue.AlbumReference;
import ai.fomo.workflows.catalogue.CatalogueActivities;
import ai.fomo.workflows.catalogue.CatalogueCount;
import ai.fomo.workflows.catalogue.CataloguePlan;
import ai.fomo.workflows.catalogue.CataloguePlan.GenreCursor;
import ai.fomo.workflows.catalogue.CatalogueRequest;
import ai.fomo.workflows.catalogue.CoverActivities;
import ai.fomo.workflows.catalogue.CoverRequest;
import ai.fomo.workflows.catalogue.CoverResult;
import ai.fomo.workflows.catalogue.ListingRequest;
import ai.fomo.workflows.catalogue.ListingResult;
import ai.fomo.workflows.catalogue.PickRequest;
import ai.fomo.workflows.catalogue.PickResult;
import ai.fomo.workflows.catalogue.RateLimited;
import ai.fomo.workflows.catalogue.SignInRequest;
import ai.fomo.workflows.catalogue.SignInResult;
import ai.fomo.workflows.catalogue.SourceActivities;
import ai.fomo.workflows.catalogue.SyncFinish;
import ai.fomo.workflows.dataset.DatasetActivities;
import ai.fomo.workflows.dataset.DatasetBuildRequest;
import ai.fomo.workflows.dataset.DatasetBuildResult;
import ai.fomo.workflows.dataset.FingerprintRequest;
import ai.fomo.workflows.dataset.FingerprintResult;
import ai.fomo.workflows.dataset.GenreMappingRequest;
import ai.fomo.workflows.dataset.GenreMappingResult;
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
import ai.fomo.workflows.feature.FeatureActivities;
import ai.fomo.workflows.feature.FeaturePlan;
import ai.fomo.workflows.feature.FeatureRequest;
import ai.fomo.workflows.feature.FeatureShardRequest;
import ai.fomo.workflows.feature.FeatureShardResult;
import ai.fomo.workflows.registry.DecidedPromotionRequest;
import ai.fomo.workflows.registry.PromotionRequest;
import ai.fomo.workflows.registry.RegistryActivities;
import ai.fomo.workflows.registry.RollbackRequest;
import ai.fomo.workflows.registry.RunFinish;
import ai.fomo.workflows.registry.RunStart;
import ai.fomo.workflows.training.ComparisonRequest;
import ai.fomo.workflows.training.Difference;
import ai.fomo.workflows.training.ReproduceRequest;
import ai.fomo.workflows.training.ReproduceResult;
import ai.fomo.workflows.training.ReproductionActivities;
import ai.fomo.workflows.training.ReproductionOutcome;
import ai.fomo.workflows.training.TrainingActivities;
import ai.fomo.workflows.training.TrainingRecord;
import ai.fomo.workflows.training.TrainingRequest;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every activity of a retraining, answering as it is told and noting what it was asked: the order of things is what is tested. */
public class RecordingPlatform
        implements CatalogueActivities,
                SourceActivities,
                CoverActivities,
                DatasetActivities,
                FeatureActivities,
                TrainingActivities,
                ReproductionActivities,
                EvaluationActivities,
                RegistryActivities {
    public static final ModelVersion MODEL = new ModelVersion(7, Samples.digest("model"));

    public final List<String> calls = new CopyOnWriteArrayList<>();
    public final List<RunFinish> finished = new CopyOnWriteArrayList<>();
    public final List<PromotionRequest> promotions = new CopyOnWriteArrayList<>();
    public final List<DatasetBuildRequest> builds = new CopyOnWriteArrayList<>();
    public final List<CatalogueRequest> syncs = new CopyOnWriteArrayList<>();
    public final List<FeatureShardRequest> shards = new CopyOnWriteArrayList<>();
    public final List<FeatureRequest> planned = new CopyOnWriteArrayList<>();
    public final List<TrainingRequest> trainings = new CopyOnWriteArrayList<>();
    public final List<EvaluationRequest> evaluated = new CopyOnWriteArrayList<>();
    /** Answers to promotions, before the usual one. */
    public final Queue<PromotionOutcome> promotionAnswers = new ConcurrentLinkedQueue<>();

    public final AtomicInteger mostShardsAtOnce = new AtomicInteger();
    private final AtomicInteger shardsNow = new AtomicInteger();

    public volatile boolean gatePasses = true;
    public volatile int missingImages = 25;
    public volatile int shardSize = 10;
    /** Answers to requests for covers, before the usual one. */
    public final Queue<RateLimited> limits = new ConcurrentLinkedQueue<>();

    private volatile boolean listed;
    private volatile boolean fetched;

    public volatile @Nullable ModelVersion champion;
    public volatile @Nullable String judgedOnPosters;
    public volatile @Nullable Sha256 encoderWeights;
    public volatile List<String> evaluationFindings = List.of();
    public volatile Supplier<TrainingOutcome> training =
            () -> new TrainingOutcome.Converged(4, 2, 0.3, Samples.digest("head"));
    public volatile Supplier<TrainingRecord> record =
            () -> new TrainingRecord("covers", Samples.configuration(), Samples.manifest(0), null, MODEL.digest());
    public volatile Supplier<CataloguePlan> cataloguePlan =
            () -> new CataloguePlan(List.of(new GenreCursor("jazz", null, 0, false)));
    public volatile Supplier<GenreMappingResult> mapping =
            () -> new GenreMappingResult(List.of("Jazz", "Rock"), 100, 0, Map.of());
    public volatile Supplier<DatasetBuildResult> build =
            () -> new DatasetBuildResult(Samples.dataset(), 0, Map.of(), List.of(), List.of(), null);
    public volatile Supplier<FingerprintResult> fingerprints = () -> new FingerprintResult(0, 0, List.of());
    public volatile Runnable duringShard = () -> {};
    public volatile Runnable duringGathering = () -> {};
    public volatile Runnable duringEvaluation = () -> {};
    public volatile int badImages;
    /** As often as reading features fails because some are lost. */
    public final AtomicInteger losses = new AtomicInteger();

    public volatile Runnable promotion = () -> {};
    public volatile Runnable reports = () -> {};

    /** For activities that read features. */
    public void loseSome() {
        if (losses.getAndDecrement() > 0) {
            // With a cause, as the failures of real activities have one.
            throw ApplicationFailure.newFailureWithCause(
                    "shard ab is damaged",
                    FailureTypes.FEATURES_LOST,
                    new IllegalStateException("shard ab is damaged"));
        }
    }

    @Override
    public CataloguePlan planSync(CatalogueRequest request) {
        calls.add("planSync");
        syncs.add(request);
        return cataloguePlan.get();
    }

    @Override
    public CatalogueCount countCovers(CatalogueRequest request) {
        calls.add("countCovers");
        return new CatalogueCount(100);
    }

    @Override
    public SignInResult signIn(SignInRequest request) {
        calls.add("signIn");
        return new SignInResult.SignedIn(null);
    }

    @Override
    public ListingResult listAlbums(ListingRequest request) {
        calls.add("listAlbums");
        listed = true;
        return new ListingResult.Listed(1, true, null);
    }

    /** One album, once it was listed. */
    @Override
    public PickResult pickAlbums(PickRequest request) {
        calls.add("pickAlbums");
        return new PickResult(listed && !fetched ? List.of(new AlbumReference("album", request.classes())) : List.of());
    }

    @Override
    public CoverResult fetchCover(CoverRequest request) {
        calls.add("fetchCover");
        RateLimited limit = limits.poll();
        if (limit != null) {
            return limit;
        }
        fetched = true;
        return new CoverResult.Stored(true);
    }

    @Override
    public void finishSync(SyncFinish finish) {
        calls.add("finishSync");
    }

    @Override
    public GenreMappingResult mapGenres(GenreMappingRequest request) {
        calls.add("mapGenres");
        return mapping.get();
    }

    @Override
    public DatasetBuildResult buildDataset(DatasetBuildRequest request) {
        calls.add("buildDataset");
        builds.add(request);
        return build.get();
    }

    @Override
    public FingerprintResult fingerprintCovers(FingerprintRequest request) {
        calls.add("fingerprintCovers");
        return fingerprints.get();
    }

    @Override
    public FeaturePlan planFeatures(FeatureRequest request) {
        calls.add("planFeatures");
        planned.add(request);
        return Samples.plan(missingImages, shardSize);
    }

    @Override
    public FeatureShardResult extractShard(FeatureShardRequest request) {
        mostShardsAtOnce.accumulateAndGet(shardsNow.incrementAndGet(), Math::max);
        shards.add(request);
        duringShard.run();
        shardsNow.decrementAndGet();
        return new FeatureShardResult(shardSize, 0);
    }

    @Override
    public FeatureManifest gatherFeatures(FeaturePlan plan) {
        calls.add("gatherFeatures");
        duringGathering.run();
        FeatureManifest manifest = Samples.manifest(plan.images());
        return new FeatureManifest(
                manifest.blob(),
                manifest.dataset(),
                manifest.encoder(),
                manifest.images(),
                manifest.computed(),
                badImages);
    }

    @Override
    public TrainingOutcome train(TrainingRequest request) {
        trainings.add(request);
        calls.add("train");
        return training.get();
    }

    @Override
    public CalibrationResult calibrate(CalibrationRequest request) {
        calls.add("calibrate");
        return new CalibrationResult(MODEL);
    }

    @Override
    public AssembledModel assemble(CalibrationRequest request) {
        calls.add("assemble");
        return new AssembledModel(MODEL.digest());
    }

    @Override
    public TrainingRecord recallTraining(ReproduceRequest request) {
        calls.add("recallTraining " + request.run());
        return record.get();
    }

    @Override
    public ReproduceResult compareTrainings(ComparisonRequest request) {
        calls.add("compareTrainings");
        boolean same = request.model().equals(request.reproduced());
        return new ReproduceResult(
                request.original(),
                request.reproduction(),
                same ? ReproductionOutcome.SAME : ReproductionOutcome.DIFFERENT,
                request.model(),
                request.reproduced(),
                4,
                same ? List.of() : List.of(new Difference("model", "one", "other")),
                List.of());
    }

    @Override
    public EvaluationResult evaluate(EvaluationRequest request) {
        calls.add("evaluate");
        evaluated.add(request);
        duringEvaluation.run();
        Sha256 report = Samples.digest("report against " + champion);
        return new EvaluationResult(report, 10, Samples.figures(), champion, evaluationFindings);
    }

    @Override
    public GateResult gate(GateRequest request) {
        calls.add("gate");
        return new GateResult(new GateDecision(
                Samples.digest("policy"),
                List.of(new RuleVerdict("mAP", gatePasses, "mAP 0.60 beside 0.30", Map.of()))));
    }

    @Override
    public TrainedModel findModel(ModelQuery query) {
        calls.add("findModel");
        return new TrainedModel(
                Samples.RUN, MODEL, Samples.DATASET, "covers", judgedOnPosters, "efficientnet-lite0", encoderWeights);
    }

    @Override
    public ReportResult writeReport(ReportRequest request) {
        calls.add("writeReport");
        reports.run();
        return new ReportResult(Samples.digest("page"), Samples.digest("card"));
    }

    @Override
    public PromotionOutcome promote(PromotionRequest request) {
        calls.add("promote");
        promotions.add(request);
        promotion.run();
        PromotionOutcome told = promotionAnswers.poll();
        if (told instanceof PromotionOutcome.Superseded superseded) {
            champion = superseded.champion();
        }
        return told == null ? new PromotionOutcome.Promoted(3, request.model()) : told;
    }

    @Override
    public PromotionOutcome promoteDecided(DecidedPromotionRequest request) {
        calls.add("promoteDecided " + request.version() + " for " + request.workflow() + " by " + request.by());
        promotion.run();
        PromotionOutcome told = promotionAnswers.poll();
        return told == null ? new PromotionOutcome.Promoted(5, MODEL) : told;
    }

    @Override
    public PromotionOutcome rollback(RollbackRequest request) {
        calls.add("rollback " + request.workflow() + " by " + request.by());
        return new PromotionOutcome.Promoted(4, MODEL);
    }

    @Override
    public void startRun(RunStart start) {
        calls.add("startRun");
    }

    @Override
    public void finishRun(RunFinish finish) {
        calls.add("finishRun " + finish.outcome());
        finished.add(finish);
    }
}
