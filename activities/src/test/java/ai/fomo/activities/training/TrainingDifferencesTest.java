package ai.fomo.activities.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.training.EpochMetric;
import ai.fomo.domain.training.TrainingAttempt;
import ai.fomo.workflows.training.Difference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingDifferencesTest {
    private static final Sha256 MODEL = digest("model");
    private static final List<EpochMetric> EPOCHS =
            List.of(new EpochMetric(1, 0.5, 0.4, 1), new EpochMetric(2, 0.3, 0.35, 1));

    @Test
    void equalTrainingsHaveNoneHoweverLongTheyTook() {
        List<EpochMetric> slower = EPOCHS.stream()
                .map(e -> new EpochMetric(e.epoch(), e.trainingLoss(), e.validationLoss(), null, 9, 3.0, 7L))
                .toList();

        assertThat(TrainingDifferences.inResult(MODEL, MODEL, EPOCHS, slower)).isEmpty();
    }

    @Test
    void aLossThatIsOffByItsLastBitIsNamedWithBothValues() {
        List<EpochMetric> other = List.of(EPOCHS.get(0), new EpochMetric(2, 0.3, Math.nextUp(0.35), 1));

        assertThat(TrainingDifferences.inResult(MODEL, MODEL, EPOCHS, other))
                .containsExactly(new Difference("epoch 2, validation loss", "0.35", "0.35000000000000003"));
    }

    @Test
    void anotherModelAndAnotherNumberOfEpochsAreNamed() {
        assertThat(TrainingDifferences.inResult(MODEL, digest("other"), EPOCHS, EPOCHS.subList(0, 1)))
                .containsExactly(
                        new Difference("model", MODEL.hex(), digest("other").hex()),
                        new Difference("epochs", "2", "1"));
        assertThat(TrainingDifferences.inResult(MODEL, null, EPOCHS, EPOCHS))
                .containsExactly(new Difference("model", MODEL.hex(), "none"));
    }

    @Test
    void whatMadeThemIsComparedOverAllAttempts() {
        List<TrainingAttempt> one = List.of(attempt("avx2, 2 threads"), attempt("avx2, 2 threads"));
        List<TrainingAttempt> moved = List.of(attempt("avx2, 2 threads"), attempt("avx512, 8 threads"));

        assertThat(TrainingDifferences.inMakers(one, one.subList(0, 1))).isEmpty();
        assertThat(TrainingDifferences.inMakers(one, moved))
                .containsExactly(
                        new Difference("backend", "avx2, 2 threads", "avx2, 2 threads; then avx512, 8 threads"));
    }

    private static TrainingAttempt attempt(String backend) {
        return new TrainingAttempt(
                new RunId("retrain-own-1"), digest("features"), null, "0.1.0", "17.0.9", backend, null, List.of());
    }

    private static Sha256 digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
