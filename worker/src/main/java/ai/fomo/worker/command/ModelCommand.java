package ai.fomo.worker.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code fomo model}: one model, seen from all sides. */
@Command(
        name = "model",
        description = "Shows a registered model, or takes it elsewhere. fomo models lists them.",
        footer = {"", "Example:", "  fomo model show champion", "  fomo model export --onnx genres.onnx"},
        subcommands = {ModelShowCommand.class, ModelExportCommand.class})
public final class ModelCommand extends Subcommand {
    @Override
    protected ExitCode run() {
        throw new ParameterException(spec().commandLine(), "Missing required subcommand: show or export");
    }
}
