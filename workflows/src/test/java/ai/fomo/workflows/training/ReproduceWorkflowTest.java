package ai.fomo.workflows.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.RunId;
import ai.fomo.domain.training.TrainingOutcome;
import ai.fomo.workflows.FailureTypes;
import ai.fomo.workflows.RecordingPlatform;
import ai.fomo.workflows.Samples;
import ai.fomo.workflows.WorkflowEnvironment;
import ai.fomo.workflows.WorkflowImplementations;
import ai.fomo.workflows.registry.RunFinish;
import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.ApplicationFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReproduceWorkflowTest {
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
    void aModelIsTrainedAgainAndComparedAndNeverRegistered() {
        ReproduceResult result = reproduce();

        assertThat(result.outcome()).isEqualTo(ReproductionOutcome.SAME);
        assertThat(result.reproduction()).isEqualTo(new RunId("reproduce-retrain-covers-1-1"));
        assertThat(result.inWords()).contains("the same model, to the byte: " + RecordingPlatform.MODEL.digest());
        assertThat(platform.calls)
                .containsExactly(
                        "recallTraining retrain-covers-1",
                        "startRun",
                        "train",
                        "assemble",
                        "compareTrainings",
                        "finishRun SAME");
        assertThat(platform.finished).noneMatch(RunFinish::mayGoOn);
    }

    @Test
    void aTrainingThatDivergesThisTimeIsDifferent() {
        platform.training = () -> new TrainingOutcome.Diverged(2, 0.1);

        ReproduceResult result = reproduce();

        assertThat(result.reproduced()).isNull();
        assertThat(result.differences()).isNotEmpty();
        assertThat(platform.calls).doesNotContain("assemble").contains("finishRun DIFFERENT");
    }

    @Test
    void featuresThatAreGoneAreSaidBeforeAnythingIsTrained() {
        platform.record = () -> {
            throw ApplicationFailure.newFailure("blob features/ab is not there", FailureTypes.BLOB_LOST);
        };

        assertThatThrownBy(this::reproduce)
                .isInstanceOf(WorkflowFailedException.class)
                .hasStackTraceContaining("blob features/ab is not there");
        assertThat(platform.calls).doesNotContain("train", "startRun");
    }

    @Test
    void featuresThatAreFoundLostWhileItTrainsAreComputedAgain() {
        var usual = platform.training;
        platform.losses.set(1);
        platform.training = () -> {
            platform.loseSome();
            return usual.get();
        };

        assertThat(reproduce().outcome()).isEqualTo(ReproductionOutcome.SAME);
        assertThat(platform.calls).containsSubsequence("train", "planFeatures", "gatherFeatures", "train", "assemble");
    }

    @Test
    void aTrainingThatFailsIsTheOutcome() {
        platform.training = () -> {
            throw ApplicationFailure.newFailure("this worker has no GPU", FailureTypes.UNSUPPORTED_DEVICE);
        };

        assertThatThrownBy(this::reproduce).isInstanceOf(WorkflowFailedException.class);
        assertThat(platform.finished)
                .extracting(RunFinish::outcome, RunFinish::explanation)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("FAILED", "this worker has no GPU"));
    }

    private ReproduceResult reproduce() {
        return environment
                .client()
                .newWorkflowStub(ReproduceWorkflow.class, ReproduceWorkflow.options(Samples.RUN, 1))
                .reproduce(new ReproduceRequest(Samples.RUN));
    }
}
