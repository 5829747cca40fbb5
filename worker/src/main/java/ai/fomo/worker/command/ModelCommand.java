package ai.fomo.worker.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code fomo model}: one model, seen from all sides. */
@Command(
        name = "model",
        description = "Takes a registered model elsewhere. fomo models lists them.",
        footer = {"", "Example:", "  fomo model export --onnx genres.onnx"},
        subcommands = {ModelExportCommand.class})
public final class ModelCommand extends Subcommand {
    @Override
    protected ExitCode run() {
        throw new ParameterException(spec().commandLine(), "Missing required subcommand: export");
    }
}
