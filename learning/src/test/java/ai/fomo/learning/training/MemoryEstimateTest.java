package ai.fomo.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.training.Presets;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.learning.model.Tensor;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryEstimateTest {
    private static final long GIBIBYTE = 1L << 30;

    private final TrainingConfiguration prototype = Presets.named(Presets.PROTOTYPE, 1);
    private final MemoryEstimate estimate = MemoryEstimate.of(prototype, 25_088, 16, Optional.empty());

    @Test
    void thePrototypesHeadTakesFourCopiesOfItsWeightsAndMore() {
        long weights = 4L * (25_088 * 4_096L + 4_096 * 4_096L + 4_096 * 16);

        assertThat(estimate.of(128)).isBetween(4 * weights, 6 * weights).isLessThan(5 * GIBIBYTE);
    }

    @Test
    void whatFitsIsLetThroughAndWhatDoesNotIsRefusedWithTheLargestBatchThatDoes() {
        long available = estimate.of(100);

        assertThat(estimate.largestBatch(available)).isEqualTo(100);
        assertThatThrownBy(() -> estimate.require(prototype, available))
                .isInstanceOf(TrainingTooLargeException.class)
                .hasMessageMatching(
                        "training prototype with a batch of 128 takes about \\d\\.\\d GiB of memory, and this"
                                + " worker has \\d\\.\\d GiB left; the largest batch that fits is 100: --batch 100");
        assertThatCode(() -> estimate.require(prototype, estimate.of(128))).doesNotThrowAnyException();
    }

    @Test
    void whereNoBatchFitsTheWayOutIsAnotherWorkerOrPreset() {
        assertThatThrownBy(() -> estimate.require(prototype, GIBIBYTE))
                .isInstanceOf(TrainingTooLargeException.class)
                .hasMessageContaining("no batch fits")
                .hasMessageContaining("another preset");
    }

    /** As {@code benchmarks/training/run memory} measured; an estimate that is less lets through what then fails. */
    @Test
    void fineTuningTakesWhatWasMeasuredAndNotMuchMore() {
        List<LastBlock.Convolution> convolutions = Collections.nCopies(
                3,
                new LastBlock.Convolution(
                        new Tensor(List.of(512, 512, 3, 3), new float[512 * 512 * 9]), Tensor.vector(new float[512])));
        MemoryEstimate fineTuning = MemoryEstimate.of(
                Presets.named(Presets.FINE_TUNE, 1), 512 * 14 * 14, 16, Optional.of(new LastBlock(convolutions)));

        Map<Integer, Long> mebibytes = Map.of(16, 708L, 32, 917L, 64, 1305L);
        mebibytes.forEach((batch, measured) ->
                assertThat(fineTuning.of(batch) >> 20).as("batch of %s", batch).isBetween(measured, measured * 5 / 4));
    }

    @Test
    void theSmallPresetFitsEverywhere() {
        assertThat(MemoryEstimate.of(Presets.named(Presets.SMALL, 1), 1280, 16, Optional.empty())
                        .of(128))
                .isLessThan(GIBIBYTE / 2);
    }

    @Test
    void linuxSaysHowMuchThereIs() {
        assertThat(MemoryEstimate.available().orElseThrow()).isPositive();
        assertThat(ResidentMemory.anonymous().orElseThrow()).isBetween(10L << 20, 64 * GIBIBYTE);
    }
}
