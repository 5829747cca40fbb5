package ai.fomo.worker.command;

import ai.fomo.domain.feature.View;
import ai.fomo.domain.training.Loss;
import ai.fomo.domain.training.Network;
import ai.fomo.domain.training.Preset;
import ai.fomo.domain.training.Presets;
import ai.fomo.domain.training.Schedule;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.learning.feature.Encoders;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a network is trained: a preset, and whatever somebody wants otherwise. What is null is as the preset has it. */
final class TrainingOptions {
    private static final String AS_PRESET = " (default: the preset's).";

    @Option(
            names = "--preset",
            defaultValue = Presets.SMALL,
            completionCandidates = PresetNames.class,
            paramLabel = "NAME",
            description = "What to train (default: ${DEFAULT-VALUE}):${COMPLETION-CANDIDATES}")
    private String preset = Presets.SMALL;

    @Option(
            names = "--encoder",
            paramLabel = "NAME",
            description = "What turns images into features: efficientnet-lite0, vgg16 or vgg16-block4, computed by ONNX"
                    + " Runtime; with @int8 behind the name in whole numbers, with @cuda on a GPU, with @dl4j by"
                    + " Deeplearning4j" + AS_PRESET)
    private @Nullable String encoder;

    @Option(names = "--learning-rate", paramLabel = "RATE", description = "Of Adam" + AS_PRESET)
    private @Nullable Double learningRate;

    @Option(
            names = "--schedule",
            converter = SchedulesByName.class,
            paramLabel = "constant|cosine",
            description = "How the learning rate moves: not at all, or down to a hundredth over all epochs" + AS_PRESET)
    private @Nullable Schedule schedule;

    @Option(names = "--batch", paramLabel = "N", description = "Images in a step" + AS_PRESET)
    private @Nullable Integer batch;

    @Option(names = "--epochs", paramLabel = "N", description = "At most so many" + AS_PRESET)
    private @Nullable Integer epochs;

    @Option(
            names = "--patience",
            paramLabel = "N",
            description = "Epochs without a better validation loss before it stops" + AS_PRESET)
    private @Nullable Integer patience;

    @Option(
            names = "--dropout",
            paramLabel = "SHARE",
            description = "Of a hidden layer's outputs, 0 for none" + AS_PRESET)
    private @Nullable Double dropout;

    @Option(
            names = "--weight-decay",
            paramLabel = "DECAY",
            description = "Decoupled, as in AdamW; 0 for none" + AS_PRESET)
    private @Nullable Double weightDecay;

    @Option(
            names = "--loss",
            converter = LossesByName.class,
            paramLabel = "LOSS",
            description =
                    "What training makes small: binary-cross-entropy; class-weighted, in which a genre's few images"
                            + " weigh as much as the many without it; or asymmetric, which attends to what is missed"
                            + AS_PRESET)
    private @Nullable Loss loss;

    @Option(
            names = "--views",
            converter = ViewsByName.class,
            paramLabel = "original|mirror",
            description = "Training images as they are, or in half of the cases mirrored" + AS_PRESET)
    private @Nullable View views;

    @Option(
            names = "--hidden",
            split = ",",
            paramLabel = "WIDTH",
            description = "Widths of the hidden layers, for example 4096,4096" + AS_PRESET)
    private @Nullable List<Integer> hidden;

    @Option(
            names = "--checkpoint-steps",
            paramLabel = "N",
            description = "Steps between two checkpoints within an epoch, 0 for none but at its end" + AS_PRESET)
    private @Nullable Integer checkpointSteps;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Same data, configuration, seed and backend, same model (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    /** @throws ParameterException in one sentence, where the options make no sense together */
    void check() {
        try {
            Encoders.providedWeights(encoder());
        } catch (IllegalArgumentException e) {
            throw refusal(String.valueOf(e.getMessage()));
        }
        if (configuration().network() == Network.LAST_BLOCK
                && !Encoders.network(encoder()).equals(Encoders.VGG16_BLOCK4)) {
            throw refusal("preset " + preset + " trains VGG16's last block, which begins where encoder "
                    + Encoders.VGG16_BLOCK4 + " ends; leave --encoder " + encoder() + " out");
        }
    }

    /** Whose features are trained on, by name. */
    String encoder() {
        return Objects.requireNonNullElse(encoder, preset().encoder());
    }

    /** It goes by its preset's name, whatever was wanted otherwise. @throws ParameterException as {@link #check} does */
    TrainingConfiguration configuration() {
        TrainingConfiguration base = preset().configuration();
        int atMost = Objects.requireNonNullElse(epochs, base.epochs());
        if (atMost > 0 && patience == null && base.patience() > atMost) {
            throw refusal("with --epochs " + atMost + " the patience of preset " + preset + ", " + base.patience()
                    + " epochs, would never run out; give a --patience of at most " + atMost + ", too");
        }
        try {
            return new TrainingConfiguration(
                    base.preset(),
                    base.network(),
                    Objects.requireNonNullElse(hidden, base.hiddenUnits()),
                    Objects.requireNonNullElse(dropout, base.dropout()),
                    Objects.requireNonNullElse(learningRate, base.learningRate()),
                    Objects.requireNonNullElse(schedule, base.schedule()),
                    Objects.requireNonNullElse(weightDecay, base.weightDecay()),
                    Objects.requireNonNullElse(loss, base.loss()),
                    views == null ? base.views() : viewsWith(views),
                    Objects.requireNonNullElse(batch, base.batch()),
                    atMost,
                    Objects.requireNonNullElse(patience, base.patience()),
                    Objects.requireNonNullElse(checkpointSteps, base.checkpointSteps()),
                    seed);
        } catch (IllegalArgumentException e) {
            throw refusal(String.valueOf(e.getMessage()));
        }
    }

    private static List<View> viewsWith(View other) {
        return other == View.ORIGINAL ? List.of(View.ORIGINAL) : List.of(View.ORIGINAL, other);
    }

    private Preset preset() {
        try {
            return Presets.require(preset);
        } catch (IllegalArgumentException e) {
            throw refusal(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException refusal(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }

    private static final class LossesByName extends ChoiceConverter<Loss> {
        LossesByName() {
            super(Loss.class);
        }
    }

    private static final class SchedulesByName extends ChoiceConverter<Schedule> {
        SchedulesByName() {
            super(Schedule.class);
        }
    }

    private static final class ViewsByName extends ChoiceConverter<View> {
        ViewsByName() {
            super(View.class);
        }
    }
}
