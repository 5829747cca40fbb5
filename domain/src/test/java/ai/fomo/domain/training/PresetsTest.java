package ai.fomo.domain.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.fomo.domain.Digests;
import ai.fomo.domain.RunId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresetsTest {
    @Test
    void everyPresetGoesByItsNameAndTakesTheSeed() {
        assertThat(Presets.names()).containsExactly("linear", "small").allSatisfy(name -> {
            assertThat(Presets.named(name, 7).preset()).isEqualTo(name);
            assertThat(Presets.named(name, 7).seed()).isEqualTo(7);
        });
        assertThat(Presets.named("linear", 1).hiddenUnits()).isEmpty();
        assertThat(Presets.named("small", 1).hiddenUnits()).isNotEmpty();
    }

    @Test
    void anUnknownPresetIsAnsweredWithThoseThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Presets.named("huge", 1))
                .withMessage("there is no preset 'huge'; choose one of linear, small");
    }

    @Test
    void aConfigurationThatCannotTrainIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> configuration(0, 0.5, 1e-3, 10, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> configuration(8, 1, 1e-3, 10, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> configuration(8, Double.NaN, 1e-3, 10, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> configuration(8, 0.5, 0, 10, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> configuration(8, 0.5, 1e-3, 0, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> configuration(8, 0.5, 1e-3, 10, 11));
        assertThat(configuration(8, 0.5, 1e-3, 10, 10).patience()).isEqualTo(10);
    }

    @Test
    void aCheckpointsBestEpochIsOneThatWasTrained() {
        RunId run = new RunId("retrain-demo-1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Checkpoint(run, 3, Digests.digest("state"), 0.2, 4))
                .withMessageContaining("best epoch 4");
        assertThat(new Checkpoint(run, 3, Digests.digest("state"), 0.2, 3).bestEpoch())
                .isEqualTo(3);
    }

    private static TrainingConfiguration configuration(
            int units, double dropout, double learningRate, int epochs, int patience) {
        return new TrainingConfiguration("test", List.of(units), dropout, learningRate, 0, 16, epochs, patience, 1);
    }
}
