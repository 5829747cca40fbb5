package ai.fomo.worker.view;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.training.EpochMetric;
import ai.fomo.domain.training.Position;
import ai.fomo.domain.training.TrainingAttempt;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrainingWatchTest {
    @Test
    void anAttemptThatBeganAtTheBeginningIsNotWorthALine() {
        assertThat(TrainingWatch.sentences(attempt(null, List.of()))).isEmpty();
    }

    @Test
    void anAttemptThatGoesOnSaysFromWhereAndWhatItPassedOver() {
        assertThat(TrainingWatch.sentences(attempt(new Position(3, 40), List.of("the checkpoint is damaged"))))
                .containsExactly("the checkpoint is damaged", "goes on behind step 40 of epoch 4");
    }

    @Test
    void anEpochIsALineOfWhatIsKnownOfIt() {
        assertThat(EpochLine.of(new EpochMetric(3, 0.25, 0.5, 1.25)))
                .isEqualTo("epoch  3  training loss 0.2500  validation loss 0.5000  1.3 s");
        assertThat(EpochLine.of(new EpochMetric(12, 0.25, 0.5, 0.4321, 61, 12345.6, 300L << 20)))
                .isEqualTo("epoch 12  training loss 0.2500  validation loss 0.5000  mAP 0.432  61.0 s  12,346 images/s"
                        + "  300 MB");
    }

    private static TrainingAttempt attempt(@Nullable Position from, List<String> passedOver) {
        return new TrainingAttempt(
                new RunId("retrain-own-1"),
                Sha256.of("features".getBytes(StandardCharsets.UTF_8)),
                null,
                "0.1.0",
                "17",
                "nd4j",
                from,
                passedOver);
    }
}
