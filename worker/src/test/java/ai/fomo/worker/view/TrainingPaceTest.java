package ai.fomo.worker.view;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.training.TrainingProgress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrainingPaceTest {
    private final TrainingPace pace = new TrainingPace();

    @Test
    void atFirstNobodyKnowsHowLongItTakes() {
        assertThat(line(2, 100, 0)).isEqualTo("epoch 2 of at most 30, step 100 of 1,000");
    }

    @Test
    void theTimeLeftFollowsFromTheStepsThatSomebodySaw() {
        line(2, 100, 0);
        assertThat(line(2, 200, 60)).endsWith("step 200 of 1,000, 8 min left of the epoch");
        assertThat(line(3, 990, 60 + 1079)).endsWith("step 990 of 1,000, 6 s left of the epoch");
    }

    @Test
    void anAttemptThatBeganFurtherBackIsMeasuredAnew() {
        line(2, 900, 0);
        assertThat(line(2, 100, 60)).endsWith("step 100 of 1,000");
        assertThat(line(2, 200, 160)).endsWith("800 s left of the epoch".replace("800 s", "13 min"));
    }

    private String line(int epoch, int step, int second) {
        return pace.line(
                new TrainingProgress(epoch, 30, step, 1000, null, null),
                Duration.ofSeconds(second).toNanos());
    }
}
