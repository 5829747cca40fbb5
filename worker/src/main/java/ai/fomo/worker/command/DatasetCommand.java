package ai.fomo.worker.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code fomo dataset}: what a person brings in, and what there is. */
@Command(
        name = "dataset",
        description = {
            "Brings datasets in and shows them.",
            "A dataset begins as a CSV of labels beside a directory of images."
        },
        footer = {
            "",
            "Example:",
            "  fomo dataset import --name posters --csv labels.csv --images posters/ --classes-from-labels",
            "  fomo dataset list"
        },
        subcommands = {DatasetImportCommand.class, DatasetListCommand.class, DatasetShowCommand.class})
public final class DatasetCommand extends Subcommand {
    @Override
    protected ExitCode run() {
        throw new ParameterException(spec().commandLine(), "Missing required subcommand: import, list or show");
    }
}
