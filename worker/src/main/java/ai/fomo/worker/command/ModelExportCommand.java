package ai.fomo.worker.command;

import ai.fomo.domain.registry.ModelName;
import ai.fomo.storage.registry.ModelRow;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.worker.platform.Platform;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fomo model export}. */
@Command(
        name = "export",
        description = {
            "Writes a model as one ONNX file, from an image's pixels to a calibrated probability of each genre: encoder, head and"
                    + " calibration, with labels, thresholds and all that is needed to use them in its metadata."
        },
        footer = {
            "",
            "Example:",
            "  fomo model export --onnx genres.onnx",
            "  fomo model export --onnx genres-3.onnx --model 3"
        })
public final class ModelExportCommand extends PlatformCommand {
    @Option(names = "--onnx", required = true, paramLabel = "FILE", description = "Where to write it.")
    private Path file = Path.of("");

    @Option(
            names = "--model",
            paramLabel = ModelNameConverter.LABEL,
            description = ModelNameConverter.WHICH + " (default: champion).",
            converter = ModelNameConverter.class)
    private ModelName name = ModelName.Alias.CHAMPION;

    @Override
    protected ExitCode run(Platform platform) {
        ModelRow model = new ModelStore(platform.database().jdbi()).require(name);
        throw CommandFailure.failed("model " + model.version().version() + " cannot be written to " + file + " yet");
    }
}
