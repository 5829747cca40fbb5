package ai.fomo.workflows.retrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.dataset.LabelDrift;
import ai.fomo.domain.dataset.RareClassRule;
import ai.fomo.domain.dataset.Subset;
import ai.fomo.domain.dataset.SubsetSize;
import ai.fomo.domain.feature.View;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.domain.registry.PromotionOutcome;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.domain.training.TrainingOutcome;
import ai.fomo.workflows.FailureSentence;
import ai.fomo.workflows.FailureTypes;
import ai.fomo.workflows.RecordingPlatform;
import ai.fomo.workflows.Samples;
import ai.fomo.workflows.WorkflowEnvironment;
import ai.fomo.workflows.WorkflowImplementations;
import ai.fomo.workflows.catalogue.CatalogueRequest;
import ai.fomo.workflows.catalogue.CatalogueWorkflow;
import ai.fomo.workflows.dataset.DatasetBuildRequest;
import ai.fomo.workflows.dataset.DatasetBuildResult;
import ai.fomo.workflows.dataset.LeakCount;
import ai.fomo.workflows.evaluation.ReportResult;
import ai.fomo.workflows.feature.FeatureRequest;
import ai.fomo.workflows.registry.PromotionRequest;
import ai.fomo.workflows.registry.RunFinish;
import io.temporal.activity.Activity;
import io.temporal.client.ActivityCompletionException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetrainWorkflowTest {
    private static final Approval AUTOMATIC = new Approval.Automatic();
    private static final Approval BY_PERSON = new Approval.ByPerson(Duration.ofDays(7));
    private static final ApprovalAnswer YES = new ApprovalAnswer(true, "Ann", "better on Reggaeton");
    private static final ApprovalAnswer NO = new ApprovalAnswer(false, "Ann", "too few posters");

    private final RecordingPlatform platform = new RecordingPlatform();
    private final WorkflowEnvironment environment = new WorkflowEnvironment().activities(platform);

    @BeforeEach
    void start() {
        environment.workflows().registerWorkflowImplementationTypes(WorkflowImplementations.all());
        environment.start();
    }

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void theStepsRunInOrderUpToThePromotion() {
        RetrainResult result = run(SourceKind.FILES, AUTOMATIC);

        assertThat(platform.calls)
                .containsExactly(
                        "startRun",
                        "mapGenres",
                        "fingerprintCovers",
                        "buildDataset",
                        "planFeatures",
                        "gatherFeatures",
                        "train",
                        "calibrate",
                        "evaluate",
                        "gate",
                        "promote",
                        "finishRun PROMOTED",
                        "writeReport");
        assertThat(result.outcome()).isEqualTo(RetrainOutcome.PROMOTED);
        assertThat(result.explanation()).isEqualTo("version 7 is the champion, by promotion 3, approved by auto");
        assertThat(result.model()).isEqualTo(RecordingPlatform.MODEL);
        assertThat(result.figures()).isEqualTo(Samples.figures());
        assertThat(result.stages().keySet())
                .containsExactly(
                        "mapGenres",
                        "buildDataset",
                        "features",
                        "train",
                        "calibrate",
                        "evaluate",
                        "gate",
                        "approve",
                        "promote");
        assertThat(time(result, "features").images()).isEqualTo(100);
        assertThat(time(result, "features").computed()).isEqualTo(25);
    }

    @Test
    void mirrorImagesAreExtractedWhereTheConfigurationLooksAtThem() {
        TrainingConfiguration plain = Samples.configuration();
        RetrainRequest request = new RetrainRequest(
                "covers",
                SourceKind.FILES,
                0,
                "efficientnet-lite0",
                new TrainingConfiguration(
                        plain.preset(),
                        plain.network(),
                        plain.hiddenUnits(),
                        plain.dropout(),
                        plain.learningRate(),
                        plain.schedule(),
                        plain.weightDecay(),
                        plain.loss(),
                        List.of(View.ORIGINAL, View.MIRROR),
                        plain.batch(),
                        plain.epochs(),
                        plain.patience(),
                        plain.checkpointSteps(),
                        plain.seed()),
                AUTOMATIC);

        environment
                .client()
                .newWorkflowStub(RetrainWorkflow.class, RetrainWorkflow.options(Samples.RUN, request))
                .retrain(request);

        assertThat(platform.planned).extracting(FeatureRequest::wantedView).containsExactly(View.ORIGINAL, View.MIRROR);
        assertThat(platform.trainings)
                .singleElement()
                .satisfies(training -> assertThat(training.mirrored()).isNotNull());
    }

    @Test
    void withoutMirrorImagesTheOriginalsAreTrainedOnAlone() {
        run(SourceKind.FILES, AUTOMATIC);

        assertThat(platform.planned).extracting(FeatureRequest::wantedView).containsExactly(View.ORIGINAL);
        assertThat(platform.trainings)
                .singleElement()
                .satisfies(training -> assertThat(training.mirrored()).isNull());
    }

    @Test
    void featuresThatATrainingFindsLostAreComputedAgainAndTheTrainingGoesOn() {
        var usual = platform.training;
        platform.losses.set(2);
        platform.training = () -> {
            platform.loseSome();
            return usual.get();
        };

        RetrainResult result = run(SourceKind.FILES, AUTOMATIC);

        assertThat(result.outcome()).isEqualTo(RetrainOutcome.PROMOTED);
        assertThat(platform.calls)
                .containsSubsequence(
                        "train", "planFeatures", "gatherFeatures", "train", "planFeatures", "gatherFeatures", "train")
                .containsSubsequence("train", "calibrate");
        assertThat(platform.planned)
                .as("of the weights that it began with")
                .extracting(FeatureRequest::weights)
                .containsExactly(null, Samples.ENCODER.weights(), Samples.ENCODER.weights());
        assertThat(result.stages().keySet()).containsSequence("features", "train", "calibrate");
    }

    @Test
    void featuresThatAJudgementFindsLostAreComputedAgain() {
        platform.losses.set(1);
        platform.duringEvaluation = platform::loseSome;

        assertThat(run(SourceKind.FILES, AUTOMATIC).outcome()).isEqualTo(RetrainOutcome.PROMOTED);
        assertThat(platform.calls)
                .containsSubsequence("evaluate", "planFeatures", "gatherFeatures", "evaluate", "gate")
                .containsOnlyOnce("train", "calibrate");
    }

    @Test
    void featuresThatAreLostAgainAndAgainEndTheRunInTheirWords() {
        platform.losses.set(Integer.MAX_VALUE);
        platform.duringEvaluation = platform::loseSome;

        Throwable failure = catchThrowable(() -> run(SourceKind.FILES, AUTOMATIC));

        assertThat(FailureSentence.of(failure).sentence()).isEqualTo("shard ab is damaged");
        assertThat(platform.evaluated).hasSize(4);
    }

    @Test
    void featuresThatAreLostBeforeTheyAreGatheredAreExtractedOnceMore() {
        platform.losses.set(1);
        platform.duringGathering = platform::loseSome;

        assertThat(run(SourceKind.FILES, AUTOMATIC).outcome()).isEqualTo(RetrainOutcome.PROMOTED);
        assertThat(platform.calls)
                .containsSubsequence("planFeatures", "gatherFeatures", "planFeatures", "gatherFeatures", "train");
    }

    @Test
    void imagesThatWentBadAfterTheirImportAreAFinding() {
        platform.badImages = 2;

        assertThat(run(SourceKind.FILES, AUTOMATIC).findings())
                .singleElement()
                .asString()
                .startsWith("2 of the images of dataset " + Samples.DATASET.abbreviated())
                .contains("left out", "fomo features status --dataset " + Samples.DATASET.abbreviated());
    }

    @Test
    void whatIsToBeKnownOfTheDatasetIsInTheResult() {
        platform.build = () -> new DatasetBuildResult(
                Samples.dataset(), 0, Map.of(), List.of(), List.of("fewer than 10 images to test: Jazz (4)"), null);

        assertThat(run(SourceKind.FILES, AUTOMATIC).findings())
                .containsExactly("fewer than 10 images to test: Jazz (4)");
    }

    @Test
    void whatIsToBeKnownOfTheModelFollowsWhatIsToBeKnownOfTheDataset() {
        platform.build = () -> new DatasetBuildResult(
                Samples.dataset(), 0, Map.of(), List.of(), List.of("fewer than 10 images to test: Jazz (4)"), null);
        platform.evaluationFindings = List.of("Reggaeton is under-predicted");

        assertThat(run(SourceKind.FILES, AUTOMATIC).findings())
                .containsExactly("fewer than 10 images to test: Jazz (4)", "Reggaeton is under-predicted");
    }

    @Test
    void theReportIsThereBeforeAPersonIsAsked() {
        RetrainWorkflow run = start(SourceKind.FILES, BY_PERSON);
        awaitQuestion(run);

        assertThat(platform.calls).endsWith("gate", "writeReport");
        assertThat(run.progress().waitingFor()).contains("fomo report " + Samples.RUN + " --open");
        run.decide(NO);
        assertThat(resultOf(run).report()).isEqualTo(new ReportResult(Samples.digest("page"), Samples.digest("card")));
    }

    @Test
    void aReportThatCannotBeWrittenChangesNothing() {
        platform.reports = () -> {
            throw ApplicationFailure.newNonRetryableFailure("no room", "DiskFull");
        };

        RetrainResult result = run(SourceKind.FILES, AUTOMATIC);

        assertThat(result.outcome()).isEqualTo(RetrainOutcome.PROMOTED);
        assertThat(result.report()).isNull();
        assertThat(platform.finished).extracting(RunFinish::outcome).containsExactly("PROMOTED");
    }

    @Test
    void whoWasPromotedByHandMeanwhileEndsAsTheChampion() {
        platform.promotionAnswers.add(new PromotionOutcome.Superseded(RecordingPlatform.MODEL));

        RetrainResult result = run(SourceKind.FILES, AUTOMATIC);

        assertThat(result.outcome()).isEqualTo(RetrainOutcome.PROMOTED);
        assertThat(result.explanation()).contains("somebody else promoted it meanwhile");
    }

    @Test
    void postersAreReadyBeforeTheTrainingAndJudgeTheModelToo() {
        RetrainRequest request = new RetrainRequest(
                "covers",
                SourceKind.FILES,
                20,
                "efficientnet-lite0",
                Samples.configuration(),
                AUTOMATIC,
                null,
                null,
                "posters",
                null);

        environment
                .client()
                .newWorkflowStub(RetrainWorkflow.class, RetrainWorkflow.options(Samples.RUN, request))
                .retrain(request);

        assertThat(platform.builds).extracting(DatasetBuildRequest::source).containsExactly("covers", "posters");
        assertThat(platform.calls.lastIndexOf("gatherFeatures")).isLessThan(platform.calls.indexOf("train"));
        assertThat(platform.evaluated)
                .singleElement()
                .satisfies(evaluated -> assertThat(evaluated.posters()).isNotNull());
    }

    @Test
    void whatCameOfTheBuildStaysToBeSeen() {
        Map<String, Integer> excluded = new LinkedHashMap<>();
        excluded.put("copy", 1_200);
        excluded.put("no-class", 3);
        platform.build = () -> new DatasetBuildResult(
                Samples.dataset(),
                1_203,
                excluded,
                List.of(new LeakCount("near-copy", 7, 0), new LeakCount("group", 0, 2)),
                List.of(),
                new LabelDrift(Samples.digest("before"), 0.0421, List.of()));

        RetrainWorkflow run = start(SourceKind.FILES, BY_PERSON);
        awaitQuestion(run);

        assertThat(run.progress().dataset())
                .isEqualTo("80 to train, 10 to validate, 10 to test; left out: 1,200 copy, 3 no-class;"
                        + " leaks closed: 7 near-copy; leaks kept: 2 group; label drift 0.042 since "
                        + Samples.digest("before").abbreviated());
        run.decide(NO);
        resultOf(run);
    }

    @Test
    void aSubsetAndTheRuleForRareClassesReachTheBuild() {
        Subset subset = new Subset(new SubsetSize.Fraction(0.1), 5);
        RareClassRule rule = new RareClassRule(RareClassRule.Treatment.DROP, 7);
        RetrainRequest request = new RetrainRequest(
                "covers",
                SourceKind.FILES,
                20,
                "efficientnet-lite0",
                Samples.configuration(),
                AUTOMATIC,
                subset,
                rule,
                null,
                null);

        environment
                .client()
                .newWorkflowStub(RetrainWorkflow.class, RetrainWorkflow.options(Samples.RUN, request))
                .retrain(request);

        assertThat(platform.builds).containsExactly(new DatasetBuildRequest("covers", 0, subset, rule));
    }

    @Test
    void anOutsideSourceIsAskedForTheGenresOfTheRequestAlone() {
        RetrainRequest request = new RetrainRequest(
                "covers",
                SourceKind.SPOTIFY,
                20,
                "efficientnet-lite0",
                Samples.configuration(),
                AUTOMATIC,
                null,
                null,
                null,
                List.of("jazz"));

        environment
                .client()
                .newWorkflowStub(RetrainWorkflow.class, RetrainWorkflow.options(Samples.RUN, request))
                .retrain(request);

        assertThat(platform.syncs)
                .containsExactly(new CatalogueRequest("covers", SourceKind.SPOTIFY, 20, null, List.of("jazz"), null));
    }

    @Test
    void anOutsideSourceIsSyncedFirst() {
        RetrainResult result = run(SourceKind.SPOTIFY, AUTOMATIC);

        assertThat(platform.calls)
                .startsWith("startRun", "signIn", "planSync", "pickAlbums", "listAlbums", "pickAlbums", "fetchCover")
                .containsSubsequence("fetchCover", "countCovers", "finishSync", "mapGenres");
        assertThat(time(result, "syncCatalogue").images()).isEqualTo(100);
    }

    @Test
    void aSyncThatRunsAlreadyIsWaitedFor() throws InterruptedException {
        CountDownLatch planned = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        var usual = platform.cataloguePlan;
        platform.cataloguePlan = () -> {
            planned.countDown();
            awaitQuietly(release);
            return usual.get();
        };
        CatalogueRequest sync = new CatalogueRequest("covers", SourceKind.SPOTIFY, 20);
        WorkflowClient.start(
                environment.client().newWorkflowStub(CatalogueWorkflow.class, CatalogueWorkflow.options(sync))::sync,
                sync);
        planned.await();

        RetrainWorkflow run = start(SourceKind.SPOTIFY, AUTOMATIC);
        awaitDetail(run, "waits for a sync that runs already");
        release.countDown();

        assertThat(WorkflowStub.fromTyped(run).getResult(RetrainResult.class).outcome())
                .isEqualTo(RetrainOutcome.PROMOTED);
        assertThat(platform.calls).filteredOn("planSync"::equals).hasSize(2);
    }

    @Test
    void aModelThatTheGateRefusesIsNotPromoted() {
        platform.gatePasses = false;

        RetrainResult result = run(SourceKind.FILES, AUTOMATIC);

        assertThat(result.outcome()).isEqualTo(RetrainOutcome.REFUSED);
        assertThat(result.explanation()).isEqualTo("the gate refused version 7: mAP 0.60 beside 0.30");
        assertThat(platform.promotions).isEmpty();
        assertThat(platform.calls).endsWith("finishRun REFUSED", "writeReport");
    }

    @Test
    void aPersonsYesPromotesInTheirName() {
        RetrainWorkflow run = start(SourceKind.FILES, BY_PERSON);
        awaitQuestion(run);

        assertThat(run.progress().waitingFor()).contains("fomo approve retrain-covers-1 --by NAME --reason TEXT");
        run.decide(YES);

        assertThat(resultOf(run).outcome()).isEqualTo(RetrainOutcome.PROMOTED);
        PromotionRequest promotion = platform.promotions.get(0);
        assertThat(promotion.by()).isEqualTo("Ann");
        assertThat(promotion.reason()).isEqualTo("better on Reggaeton");
    }

    @Test
    void aPersonsNoEndsTheRun() {
        RetrainWorkflow run = start(SourceKind.FILES, BY_PERSON);
        awaitQuestion(run);
        run.decide(NO);

        RetrainResult result = resultOf(run);
        assertThat(result.outcome()).isEqualTo(RetrainOutcome.REJECTED);
        assertThat(result.explanation()).isEqualTo("Ann rejected version 7: too few posters");
        assertThat(platform.promotions).isEmpty();
    }

    @Test
    void silenceIsANoOnceTheTimeLimitHasPassed() {
        RetrainResult result = run(SourceKind.FILES, BY_PERSON);

        assertThat(result.outcome()).isEqualTo(RetrainOutcome.REJECTED);
        assertThat(result.explanation()).isEqualTo("nobody decided on version 7 within the time limit");
        assertThat(time(result, "approve").seconds()).isGreaterThanOrEqualTo(7 * 24 * 3600.0);
    }

    @Test
    void aDecisionThatNobodyAskedForIsRefused() {
        CountDownLatch trained = new CountDownLatch(1);
        platform.training = () -> {
            awaitQuietly(trained);
            return new TrainingOutcome.Converged(4, 2, 0.3, Samples.digest("head"));
        };
        RetrainWorkflow run = start(SourceKind.FILES, BY_PERSON);
        awaitStage(run, RetrainStage.TRAIN);

        Throwable early = catchThrowable(() -> run.decide(YES));
        trained.countDown();

        assertThat(early).isInstanceOf(WorkflowUpdateException.class);
        assertThat(FailureSentence.of(early).sentence()).contains("waits for no decision: it is at train");
    }

    @Test
    void anUnsignedDecisionIsRefusedAndTheQuestionStaysOpen() {
        RetrainWorkflow run = start(SourceKind.FILES, BY_PERSON);
        awaitQuestion(run);

        Throwable unsigned = catchThrowable(() -> run.decide(new ApprovalAnswer(true, " ", "because")));
        run.decide(NO);

        assertThat(FailureSentence.of(unsigned).sentence()).contains("needs a name and a reason");
        assertThat(resultOf(run).outcome()).isEqualTo(RetrainOutcome.REJECTED);
    }

    @Test
    void aSecondDecisionIsRefused() {
        CountDownLatch finish = new CountDownLatch(1);
        platform.promotion = () -> awaitQuietly(finish);
        RetrainWorkflow run = start(SourceKind.FILES, BY_PERSON);
        awaitQuestion(run);
        run.decide(YES);

        Throwable second = catchThrowable(() -> run.decide(NO));
        finish.countDown();

        assertThat(FailureSentence.of(second).sentence()).contains("has been decided already by Ann");
        assertThat(resultOf(run).outcome()).isEqualTo(RetrainOutcome.PROMOTED);
    }

    @Test
    void aRunWhoseChampionChangedIsJudgedAgainAgainstTheNewOne() {
        ModelVersion other = new ModelVersion(6, Samples.digest("other"));
        platform.promotionAnswers.add(new PromotionOutcome.Superseded(other));

        RetrainResult result = run(SourceKind.FILES, AUTOMATIC);

        assertThat(result.outcome()).isEqualTo(RetrainOutcome.PROMOTED);
        assertThat(platform.promotions)
                .extracting(PromotionRequest::expectedChampion)
                .containsExactly(null, other);
        assertThat(platform.calls)
                .containsSubsequence("promote", "evaluate", "gate", "promote", "finishRun PROMOTED")
                .containsOnlyOnce("calibrate");
    }

    @Test
    void aRunThatIsSupersededAgainAndAgainGivesUp() {
        for (int version = 1; version <= 4; version++) {
            platform.promotionAnswers.add(
                    new PromotionOutcome.Superseded(new ModelVersion(version, Samples.digest("other" + version))));
        }

        RetrainResult result = run(SourceKind.FILES, AUTOMATIC);

        assertThat(result.outcome()).isEqualTo(RetrainOutcome.SUPERSEDED);
        assertThat(platform.promotions).hasSize(4);
        assertThat(platform.calls).endsWith("finishRun SUPERSEDED", "writeReport");
    }

    @Test
    void aPersonIsAskedAgainWhereTheChampionHasChanged() {
        platform.promotionAnswers.add(new PromotionOutcome.Superseded(new ModelVersion(6, Samples.digest("other"))));
        RetrainWorkflow run = start(SourceKind.FILES, BY_PERSON);
        awaitQuestion(run);
        run.decide(YES);
        awaitCalls("gate", 2);
        awaitQuestion(run);
        run.decide(NO);

        assertThat(resultOf(run).outcome()).isEqualTo(RetrainOutcome.REJECTED);
    }

    @Test
    void aDivergedTrainingIsAResultAndNotAFailure() {
        platform.training = () -> new TrainingOutcome.Diverged(3, 0.5);

        RetrainResult result = run(SourceKind.FILES, AUTOMATIC);

        assertThat(result.outcome()).isEqualTo(RetrainOutcome.FAILED);
        assertThat(result.explanation()).startsWith("the loss diverged in epoch 3 at learning rate 0.5");
        assertThat(result.model()).isNull();
        assertThat(platform.calls).doesNotContain("calibrate").endsWith("finishRun FAILED");
    }

    @Test
    void aBatchLargerThanTheTrainingImagesEndsTheRunBeforeItsFeatures() {
        RetrainRequest request = new RetrainRequest(
                "covers",
                SourceKind.FILES,
                20,
                "efficientnet-lite0",
                new TrainingConfiguration("small", List.of(8), 0, 0.001, 0, 81, 5, 2, 1),
                AUTOMATIC);

        RetrainResult result = environment
                .client()
                .newWorkflowStub(RetrainWorkflow.class, RetrainWorkflow.options(Samples.RUN, request))
                .retrain(request);

        assertThat(result.outcome()).isEqualTo(RetrainOutcome.FAILED);
        assertThat(result.explanation())
                .isEqualTo("a batch of 81 is larger than the 80 training images;"
                        + " start it again with a smaller one: --batch 80");
        assertThat(platform.calls).endsWith("buildDataset", "finishRun FAILED");
    }

    @Test
    void badInputFailsAtOnceWithItsOneSentence() {
        platform.mapping = () -> {
            throw ApplicationFailure.newFailure(
                    "covers has 3 images; 20 are the least", FailureTypes.DATASET_TOO_SMALL);
        };

        Throwable failure = catchThrowable(() -> run(SourceKind.FILES, AUTOMATIC));

        assertThat(failure).isInstanceOf(WorkflowFailedException.class);
        assertThat(FailureSentence.of(failure))
                .isEqualTo(
                        new FailureSentence(FailureTypes.DATASET_TOO_SMALL, "covers has 3 images; 20 are the least"));
        assertThat(platform.calls).containsExactly("startRun", "mapGenres", "finishRun FAILED");
        assertThat(platform.finished.get(0).explanation()).isEqualTo("covers has 3 images; 20 are the least");
    }

    @Test
    void anOutageIsTriedAgainUntilItEnds() {
        var usual = platform.mapping;
        platform.mapping = () -> {
            if (platform.calls.size() < 10) {
                throw ApplicationFailure.newFailure("no database", FailureTypes.SERVICE_UNAVAILABLE);
            }
            return usual.get();
        };

        assertThat(run(SourceKind.FILES, AUTOMATIC).outcome()).isEqualTo(RetrainOutcome.PROMOTED);
        assertThat(platform.calls).filteredOn("mapGenres"::equals).hasSize(9);
    }

    @Test
    void aCancelledRunIsClosedAsCancelled() {
        platform.training = () -> {
            // Cancellation comes with a heartbeat's answer, as in a real training.
            while (true) {
                try {
                    Activity.getExecutionContext().heartbeat(1);
                    Thread.sleep(20);
                } catch (ActivityCompletionException stop) {
                    platform.calls.add("last checkpoint");
                    throw stop;
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        RetrainWorkflow run = start(SourceKind.FILES, AUTOMATIC);
        awaitStage(run, RetrainStage.TRAIN);

        WorkflowStub.fromTyped(run).cancel();

        assertThatThrownBy(() -> resultOf(run)).hasCauseInstanceOf(CanceledFailure.class);
        assertThat(platform.calls).endsWith("train", "last checkpoint", "finishRun CANCELLED");
        assertThat(platform.finished.get(0).explanation()).isEqualTo("cancelled at train");
    }

    @Test
    void aRunThatWaitsForAPersonCanBeCancelled() {
        RetrainWorkflow run = start(SourceKind.FILES, BY_PERSON);
        awaitQuestion(run);

        WorkflowStub.fromTyped(run).cancel();

        assertThatThrownBy(() -> resultOf(run)).hasCauseInstanceOf(CanceledFailure.class);
        assertThat(platform.calls).endsWith("finishRun CANCELLED").doesNotContain("promote");
    }

    private RetrainResult run(SourceKind kind, Approval approval) {
        return resultOf(start(kind, approval));
    }

    private RetrainWorkflow start(SourceKind kind, Approval approval) {
        RetrainRequest request = Samples.retrain(kind, approval);
        RetrainWorkflow run = environment
                .client()
                .newWorkflowStub(RetrainWorkflow.class, RetrainWorkflow.options(Samples.RUN, request));
        WorkflowClient.start(run::retrain, request);
        return run;
    }

    private static StageTime time(RetrainResult result, String stage) {
        return Objects.requireNonNull(result.stages().get(stage));
    }

    private static RetrainResult resultOf(RetrainWorkflow run) {
        return WorkflowStub.fromTyped(run).getResult(RetrainResult.class);
    }

    private static void awaitQuestion(RetrainWorkflow run) {
        Await.until(() -> run.progress().waitingFor() != null);
    }

    private static void awaitStage(RetrainWorkflow run, RetrainStage stage) {
        Await.until(() -> run.progress().stage() == stage);
    }

    private static void awaitDetail(RetrainWorkflow run, String detail) {
        Await.until(() -> run.progress().detail().equals(detail));
    }

    private void awaitCalls(String call, int times) {
        Await.until(() -> platform.calls.stream().filter(call::equals).count() == times);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
