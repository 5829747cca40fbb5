package ai.fomo.domain.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.fomo.domain.Digests;
import ai.fomo.domain.RunId;
import ai.fomo.domain.feature.View;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PresetsTest {
    @Test
    void everyPresetGoesByItsNameAndTakesTheSeed() {
        assertThat(Presets.names())
                .containsExactly("linear", "small", "prototype", "fine-tune")
                .allSatisfy(name -> {
                    assertThat(Presets.named(name, 7).preset()).isEqualTo(name);
                    assertThat(Presets.named(name, 7).seed()).isEqualTo(7);
                    assertThat(Presets.require(name).configuration()).isEqualTo(Presets.named(name, 0));
                });
        assertThat(Presets.named("linear", 1).hiddenUnits()).isEmpty();
        assertThat(Presets.named("prototype", 1).hiddenUnits()).containsExactly(4096, 4096);
        assertThat(Presets.named("fine-tune", 1).network()).isEqualTo(Network.LAST_BLOCK);
    }

    @Test
    void anUnknownPresetIsAnsweredWithThoseThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Presets.named("huge", 1))
                .withMessage("there is no preset 'huge'; choose one of linear, small, prototype, fine-tune");
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
    void patienceBeyondTheEpochsIsRefusedInASentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> configuration(8, 0.5, 1e-3, 10, 11))
                .withMessage("patience must be from 1 to the number of epochs, 10, was 11");
    }

    @Test
    void whatAnEarlierVersionCouldNotChooseIsWhatItHad() {
        @SuppressWarnings("NullAway") // what a payload from before comes to
        TrainingConfiguration old =
                new TrainingConfiguration("small", null, List.of(8), 0.5, 1e-3, null, 0, null, null, 16, 10, 5, 0, 1);

        assertThat(old).isEqualTo(new TrainingConfiguration("small", List.of(8), 0.5, 1e-3, 0, 16, 10, 5, 1));
        assertThat(old.views()).containsExactly(View.ORIGINAL);
    }

    @Test
    void theCosineFallsFromTheLearningRateToAHundredthOfIt() {
        assertThat(Schedule.COSINE.at(0.4, 0, 101)).isEqualTo(0.4);
        assertThat(Schedule.COSINE.at(0.4, 50, 101)).isCloseTo(0.4 * 0.505, within(1e-15));
        assertThat(Schedule.COSINE.at(0.4, 100, 101)).isCloseTo(0.004, within(1e-15));
        assertThat(Schedule.COSINE.at(0.4, 500, 101)).isCloseTo(0.004, within(1e-15));
        assertThat(Schedule.COSINE.at(0.4, 0, 1)).isEqualTo(0.4);
        assertThat(Schedule.CONSTANT.at(0.4, 77, 101)).isEqualTo(0.4);
    }

    @Test
    void aCheckpointsBestEpochIsOneThatIsDone() {
        BestEpoch fourth = new BestEpoch(4, 0.2, Digests.digest("weights"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> checkpoint(new Position(3, 10), Optional.of(fourth)))
                .withMessage("after 3 epochs the best one cannot be 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checkpoint(new Position(3, 10), Optional.empty()))
                .withMessage("after 3 epochs the best one cannot be missing");
        assertThatIllegalArgumentException().isThrownBy(() -> checkpoint(new Position(0, 10), Optional.of(fourth)));
        assertThat(checkpoint(new Position(4, 0), Optional.of(fourth)).best()).contains(fourth);
    }

    @Test
    void positionsComeInTheOrderOfTheTraining() {
        assertThat(List.of(new Position(0, 7), new Position(1, 0), new Position(1, 3), new Position(2, 0)))
                .isSorted();
        assertThat(new Position(2, 0).inWords()).isEqualTo("epoch 2");
        assertThat(new Position(2, 40).inWords()).isEqualTo("step 40 of epoch 3");
    }

    private static Checkpoint checkpoint(Position position, Optional<BestEpoch> best) {
        return new Checkpoint(
                new RunId("retrain-demo-1"), position, Digests.digest("weights"), Digests.digest("optimiser"), 0, best);
    }

    private static TrainingConfiguration configuration(
            int units, double dropout, double learningRate, int epochs, int patience) {
        return new TrainingConfiguration("test", List.of(units), dropout, learningRate, 0, 16, epochs, patience, 1);
    }
}
