package ai.fomo.worker.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.RetryState;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.ChildWorkflowFailure;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class WorkflowFailuresTest {
    private final ApplicationFailure sentence =
            ApplicationFailure.newNonRetryableFailure("class 'Polka' has no example", "DatasetTooSmall");

    @Test
    void theActivitysOwnSentenceIsWhatAPersonReads() {
        assertThat(WorkflowFailures.sentence(new ExecutionException(child(activity(sentence)))))
                .isEqualTo("class 'Polka' has no example");
    }

    @Test
    void whatAnApplicationsFailureWasCausedByIsNotForPeople() {
        ApplicationFailure wrapped = ApplicationFailure.newFailureWithCause(
                "S3 cannot be reached", "ServiceUnavailable", new java.net.ConnectException("refused"));

        assertThat(WorkflowFailures.sentence(activity(wrapped))).isEqualTo("S3 cannot be reached");
    }

    @Test
    void aFailureIsOfItsTypeWhateverItWasMadeOf() {
        ApplicationFailure refused = ApplicationFailure.newNonRetryableFailureWithCause(
                "not passed",
                "PromotionRefused",
                ApplicationFailure.newFailure("not passed", "ai.fomo.PromotionRefusedException"));

        assertThat(WorkflowFailures.isOf("PromotionRefused", new ExecutionException(activity(refused))))
                .isTrue();
        assertThat(WorkflowFailures.isOf("NoChampion", activity(refused))).isFalse();
    }

    @Test
    void aCancelledRunIsSaidToBeCancelled() {
        assertThat(WorkflowFailures.sentence(activity(new CanceledFailure("")))).isEqualTo("it was cancelled");
    }

    private static ActivityFailure activity(Throwable cause) {
        return new ActivityFailure("", 1, 2, "Train", "1", RetryState.RETRY_STATE_UNSPECIFIED, "worker", cause);
    }

    private static ChildWorkflowFailure child(Throwable cause) {
        return new ChildWorkflowFailure(
                1,
                2,
                "FeatureWorkflow",
                WorkflowExecution.getDefaultInstance(),
                "default",
                RetryState.RETRY_STATE_UNSPECIFIED,
                cause);
    }
}
