package ai.fomo.workflows.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.domain.registry.PromotionOutcome;
import ai.fomo.workflows.FailureSentence;
import ai.fomo.workflows.FailureTypes;
import ai.fomo.workflows.RecordingPlatform;
import ai.fomo.workflows.Samples;
import ai.fomo.workflows.WorkflowEnvironment;
import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.ApplicationFailure;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromotionWorkflowTest {
    private static final PromotionInput INPUT = new PromotionInput(7, "Ann", "better on Reggaeton");

    private final RecordingPlatform platform = new RecordingPlatform();
    private final WorkflowEnvironment environment = new WorkflowEnvironment().activities(platform);

    @BeforeEach
    void start() {
        environment.workflows().registerWorkflowImplementationTypes(PromotionWorkflowImpl.class);
        environment.start();
    }

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void aPromotionThatIsAskedForTwiceHappensOnce() {
        PromotionOutcome first = workflow().promote(INPUT);

        assertThat(workflow().promote(INPUT)).isEqualTo(first);
        assertThat(platform.calls).containsExactly("promoteDecided 7 for promote-1 by Ann");
    }

    @Test
    void aChampionThatHasChangedIsTheOutcomeAndNoFailure() {
        ModelVersion other = new ModelVersion(8, Samples.digest("other"));
        platform.promotionAnswers.add(new PromotionOutcome.Superseded(other));

        assertThat(workflow().promote(INPUT)).isEqualTo(new PromotionOutcome.Superseded(other));
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        platform.promotion = () -> {
            throw ApplicationFailure.newFailure(
                    "model 7 has not passed the gate: it was never judged", FailureTypes.PROMOTION_REFUSED);
        };

        assertThatThrownBy(() -> workflow().promote(INPUT))
                .isInstanceOf(WorkflowFailedException.class)
                .satisfies(failure -> assertThat(FailureSentence.of(failure))
                        .isEqualTo(new FailureSentence(
                                FailureTypes.PROMOTION_REFUSED,
                                "model 7 has not passed the gate: it was never judged")));
        assertThat(platform.calls).hasSize(1);
    }

    @Test
    void aDatabaseThatWasAwayForAMomentIsAskedAgain() {
        AtomicInteger attempts = new AtomicInteger();
        platform.promotion = () -> {
            if (attempts.incrementAndGet() < 3) {
                throw ApplicationFailure.newFailure("no connection", FailureTypes.SERVICE_UNAVAILABLE);
            }
        };

        assertThat(workflow().promote(INPUT)).isInstanceOf(PromotionOutcome.Promoted.class);
        assertThat(attempts).hasValue(3);
    }

    private PromotionWorkflow workflow() {
        return environment.client().newWorkflowStub(PromotionWorkflow.class, PromotionWorkflow.options(1, INPUT));
    }
}
