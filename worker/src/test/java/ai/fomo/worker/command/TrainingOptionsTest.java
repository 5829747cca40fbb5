package ai.fomo.worker.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.fomo.domain.feature.View;
import ai.fomo.domain.training.Loss;
import ai.fomo.domain.training.Network;
import ai.fomo.domain.training.Preset;
import ai.fomo.domain.training.Presets;
import ai.fomo.domain.training.Schedule;
import ai.fomo.domain.training.TrainingConfiguration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class TrainingOptionsTest {
    @Command(name = "train")
    private static final class Training {
        @Mixin
        private TrainingOptions options = new TrainingOptions();
    }

    static List<Preset> presets() {
        return Presets.all();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void aPresetAloneIsThatPresetOnTheEncoderItIsMeantFor(Preset preset) {
        TrainingOptions options = parsed("--preset", preset.name());
        assertThat(options.configuration()).isEqualTo(Presets.named(preset.name(), 1));
        assertThat(options.encoder()).isEqualTo(preset.encoder());
    }

    @Test
    void withoutAnyOptionTheDefaultPresetIsTrained() {
        assertThat(parsed().configuration()).isEqualTo(Presets.named(Presets.SMALL, 1));
    }

    @Test
    void everythingIsOverriddenButTheNameAndTheNetwork() {
        TrainingOptions options = parsed(
                ("--preset prototype --encoder efficientnet-lite0 --learning-rate 0.01 --schedule cosine --batch 64 --epochs 7"
                                + " --patience 2 --dropout 0.25 --weight-decay 0 --loss class-weighted --views mirror"
                                + " --hidden 512,128 --checkpoint-steps 10 --seed 3")
                        .split(" "));

        assertThat(options.encoder()).isEqualTo("efficientnet-lite0");
        assertThat(options.configuration())
                .isEqualTo(new TrainingConfiguration(
                        "prototype",
                        Network.HEAD,
                        List.of(512, 128),
                        0.25,
                        0.01,
                        Schedule.COSINE,
                        0,
                        Loss.CLASS_WEIGHTED,
                        List.of(View.ORIGINAL, View.MIRROR),
                        64,
                        7,
                        2,
                        10,
                        3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --preset huge                        | there is no preset 'huge'; choose one of linear, small, prototype, fine-tune
                    --encoder clip                       | there is no encoder 'clip'; there is efficientnet-lite0, vgg16, vgg16-block4
                    --preset fine-tune --encoder vgg16   | leave --encoder vgg16 out
                    --loss hinge                         | choose one of binary-cross-entropy, class-weighted, asymmetric
                    --schedule linear                    | choose one of constant, cosine
                    --views negative                     | choose one of original, mirror
                    --epochs 3                           | patience of preset small, 5 epochs, would never run out; give a --patience of at most 3
                    --epochs 10 --patience 11            | patience must be from 1 to the number of epochs, 10, was 11
                    --patience 31                        | patience must be from 1 to the number of epochs, 30, was 31
                    --epochs 0                           | epochs must be positive, was 0
                    --batch 0                            | batch must be positive, was 0
                    --dropout 1                          | dropout must be in [0, 1), was 1
                    --learning-rate 0                    | learning rate must be positive, was 0
                    --weight-decay -1                    | weight decay must not be negative, was -1
                    --hidden 256,0                       | hidden units must be positive
                    --checkpoint-steps -1                | steps between checkpoints must not be negative, were -1
                    """)
    void whatMakesNoSenseIsRefusedInASentenceWithWhatWouldDo(String line, String sentence) {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> parsed(line.split(" ")).check())
                .withMessageContaining(sentence);
    }

    @Test
    void fineTuningGoesOnFromTheFeaturesOfEitherRuntime() {
        parsed("--preset", "fine-tune", "--encoder", "vgg16-block4@dl4j").check();
    }

    @Test
    void theHelpListsEachPresetWithItsPurpose() {
        String help = new CommandLine(new Training()).getUsageMessage().replaceAll("\\s+", " ");
        for (Preset preset : Presets.all()) {
            assertThat(help).contains(preset.name() + " (on " + preset.encoder() + "): " + preset.purpose());
        }
    }

    private static TrainingOptions parsed(String... arguments) {
        Training training = new Training();
        new CommandLine(training).parseArgs(arguments);
        return training.options;
    }
}
