package ai.fomo.activities.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.fomo.activities.evaluation.EarlierEvaluationException;
import ai.fomo.activities.feature.FeaturesLostException;
import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.DatasetTooSmallException;
import ai.fomo.learning.training.UnsupportedDeviceException;
import ai.fomo.sources.catalogue.RateLimitedException;
import ai.fomo.sources.catalogue.SourceUnavailableException;
import ai.fomo.storage.blob.LocalDiskException;
import ai.fomo.workflows.FailureTypes;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FailureInterceptorTest {
    private static final String QUEUE = "failures";

    private final AtomicInteger attempts = new AtomicInteger();
    private final TestWorkflowEnvironment environment =
            TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                    .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                            .setWorkerInterceptors(new FailureInterceptor())
                            .build())
                    .setWorkflowClientOptions(WorkflowClientOptions.getDefaultInstance())
                    .build());

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void badInputIsNamedAndNotTriedAgain() {
        ApplicationFailure failure = failureOf(() -> new DatasetTooSmallException("7 images are too few"));

        assertThat(failure.getType()).isEqualTo(FailureTypes.DATASET_TOO_SMALL);
        assertThat(failure.getOriginalMessage()).isEqualTo("7 images are too few");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void aDeviceThatIsNotThereIsNotTriedAgain() {
        ApplicationFailure failure = failureOf(() -> new UnsupportedDeviceException("no GPU: set FOMO_DEVICE to cpu"));

        assertThat(failure.getType()).isEqualTo(FailureTypes.UNSUPPORTED_DEVICE);
        assertThat(failure.getOriginalMessage()).isEqualTo("no GPU: set FOMO_DEVICE to cpu");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void anEvaluationOfAnEarlierVersionSaysHowToMakeANewOneAndIsNotReadAgain() {
        ApplicationFailure failure = failureOf(() -> new EarlierEvaluationException(new RunId("retrain-posters-3"), 7));

        assertThat(failure.getType()).isEqualTo(FailureTypes.EARLIER_EVALUATION);
        assertThat(failure.getOriginalMessage())
                .isEqualTo(
                        "the evaluation of run retrain-posters-3 was recorded by an earlier version; judge the model again"
                                + " with: fomo evaluate --model 7 --again");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void featuresThatAreLostAreForTheWorkflowToHaveComputedAndNotReadAgain() {
        Sha256 dataset = Sha256.of(new byte[] {1});

        ApplicationFailure failure = failureOf(() -> FeaturesLostException.meanwhile(dataset, 3));

        assertThat(failure.getType()).isEqualTo(FailureTypes.FEATURES_LOST);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void whatMayPassIsTriedAgain() {
        ApplicationFailure failure = failureOf(() -> new SourceUnavailableException("the source is away", null));

        assertThat(failure.getType()).isEqualTo(FailureTypes.SOURCE_UNAVAILABLE);
        assertThat(attempts).hasValue(3);
    }

    @Test
    void aFullDiskIsNamedWithItsPathAndTriedAgain() {
        ApplicationFailure failure = failureOf(() -> LocalDiskException.of(
                Path.of("/home/cache/features/shard"), new IOException("No space left on device")));

        assertThat(failure.getType()).isEqualTo(FailureTypes.LOCAL_DISK);
        assertThat(failure.getOriginalMessage())
                .isEqualTo("/home/cache/features/shard cannot be written or read (No space left on device);"
                        + " make room there, or set FOMO_HOME to a directory on a larger disk");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void aRateLimitIsWaitedForAsLongAsItAsks() {
        long before = environment.currentTimeMillis();
        failureOf(() -> new RateLimitedException("the source", Duration.ofMinutes(10)));

        assertThat(attempts).hasValue(3);
        assertThat(Duration.ofMillis(environment.currentTimeMillis() - before))
                .isGreaterThanOrEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void theExceptionsOfOthersKeepTheirNames() {
        assertThat(failureOf(() -> new IllegalStateException("a fault of ours")).getType())
                .isEqualTo(IllegalStateException.class.getName());
    }

    private ApplicationFailure failureOf(Supplier<RuntimeException> exception) {
        Worker worker = environment.newWorker(QUEUE);
        worker.registerWorkflowImplementationTypes(CallingImpl.class);
        worker.registerActivitiesImplementations((Failing) () -> {
            attempts.incrementAndGet();
            throw exception.get();
        });
        environment.start();
        Calling workflow = environment
                .getWorkflowClient()
                .newWorkflowStub(
                        Calling.class,
                        WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
        WorkflowFailedException failed = catchThrowableOfType(WorkflowFailedException.class, workflow::call);
        ActivityFailure activity = (ActivityFailure) Objects.requireNonNull(failed.getCause());
        return (ApplicationFailure) Objects.requireNonNull(activity.getCause());
    }

    /** Fails as it is told to. */
    @ActivityInterface
    public interface Failing {
        void fail();
    }

    /** Calls the activity, three times at most. */
    @WorkflowInterface
    public interface Calling {
        @WorkflowMethod
        void call();
    }

    /** Public, because Temporal makes it. */
    public static final class CallingImpl implements Calling {
        @Override
        public void call() {
            Workflow.newActivityStub(
                            Failing.class,
                            ActivityOptions.newBuilder()
                                    .setStartToCloseTimeout(Duration.ofMinutes(1))
                                    .setRetryOptions(RetryOptions.newBuilder()
                                            .setMaximumAttempts(3)
                                            .build())
                                    .build())
                    .fail();
        }
    }
}
