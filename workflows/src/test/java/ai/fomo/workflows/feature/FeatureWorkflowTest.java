package ai.fomo.workflows.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.domain.feature.View;
import ai.fomo.workflows.FailureSentence;
import ai.fomo.workflows.FailureTypes;
import ai.fomo.workflows.RecordingPlatform;
import ai.fomo.workflows.Samples;
import ai.fomo.workflows.TaskQueues;
import ai.fomo.workflows.WorkflowEnvironment;
import io.temporal.client.WorkflowOptions;
import io.temporal.failure.ApplicationFailure;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeatureWorkflowTest {
    private final String workflowId = "features-test";
    private final RecordingPlatform platform = new RecordingPlatform();
    private final WorkflowEnvironment environment = new WorkflowEnvironment().activities(platform);

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void everyShardIsExtractedOnceThroughAWindowThatIsNeverExceeded() {
        platform.missingImages = 195;
        platform.duringShard = FeatureWorkflowTest::linger;

        FeatureManifest manifest = extract(3, 500);

        assertThat(platform.shards)
                .extracting(FeatureShardRequest::shard)
                .containsExactlyInAnyOrder(IntStream.range(0, 20).boxed().toArray(Integer[]::new));
        assertThat(platform.mostShardsAtOnce).hasValueBetween(2, 3);
        assertThat(manifest.computed()).isEqualTo(195);
    }

    @Test
    void aLongExtractionGoesOnAsNewExecutionsWithoutPlanningAgain() {
        platform.missingImages = 195;

        extract(4, 6);

        assertThat(platform.calls).containsExactly("planFeatures", "gatherFeatures");
        assertThat(platform.shards)
                .extracting(FeatureShardRequest::shard)
                .containsExactlyInAnyOrder(IntStream.range(0, 20).boxed().toArray(Integer[]::new));
    }

    @Test
    void progressHasAllImagesOnceTheShardsAreDone() {
        platform.missingImages = 30;
        platform.duringShard = FeatureWorkflowTest::linger;

        extract(1, 500);

        FeatureProgress progress = environment
                .client()
                .newWorkflowStub(FeatureWorkflow.class, workflowId)
                .progress();
        assertThat(progress.done()).isEqualTo(30);
        assertThat(progress.total()).isEqualTo(30);
        assertThat(progress.imagesPerSecond()).isPositive();
        assertThat(progress.secondsLeft()).isZero();
    }

    @Test
    void aFullCacheLeavesNothingToExtract() {
        platform.missingImages = 0;

        extract(8, 500);

        assertThat(platform.shards).isEmpty();
        assertThat(platform.calls).containsExactly("planFeatures", "gatherFeatures");
    }

    @Test
    void aShardThatCannotBeExtractedFailsTheExtractionInItsWords() {
        platform.duringShard = () -> {
            throw ApplicationFailure.newFailure("no encoder of that name", FailureTypes.UNKNOWN_ENCODER);
        };

        Throwable failure = catchThrowable(() -> extract(8, 500));

        assertThat(FailureSentence.of(failure).sentence()).isEqualTo("no encoder of that name");
        assertThat(platform.calls).doesNotContain("gatherFeatures");
    }

    @Test
    void onlyAnotherViewIsInTheWorkflowsId() {
        FeatureRequest original = new FeatureRequest(Samples.DATASET, "efficientnet-lite0");
        FeatureRequest mirror = new FeatureRequest(Samples.DATASET, "efficientnet-lite0", View.MIRROR);

        assertThat(FeatureWorkflow.workflowId(original))
                .isEqualTo(FeatureWorkflow.workflowId(Samples.DATASET, "efficientnet-lite0"));
        assertThat(FeatureWorkflow.workflowId(mirror)).isEqualTo(FeatureWorkflow.workflowId(original) + "-mirror");
    }

    private FeatureManifest extract(int window, int shardsPerExecution) {
        environment
                .workflows()
                .registerWorkflowImplementationFactory(
                        FeatureWorkflow.class,
                        () -> new FeatureWorkflowImpl(new FeatureWorkflowImpl.Breadth(window, shardsPerExecution)));
        environment.start();
        return environment
                .client()
                .newWorkflowStub(
                        FeatureWorkflow.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(workflowId)
                                .setTaskQueue(TaskQueues.WORKFLOWS)
                                .build())
                .extract(new FeatureRequest(Samples.DATASET, "efficientnet-lite0"));
    }

    /** Long enough for shards to overlap, were the window wider. */
    private static void linger() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
