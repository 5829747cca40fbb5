package ai.fomo.worker.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code fomo dataset}: what a person brings in, and what there is. */
@Command(
        name = "dataset",
        description = {
            "Brings datasets in, builds them, shows and checks them, and takes them away again.",
            "",
            "A dataset begins as a CSV of labels beside a directory of images, or as a catalogue on the web. Building it takes"
                    + " copies and contradictions out, keeps groups whole, and splits it so that every genre has its share on every"
                    + " side. What was built never changes, and is known by its digest."
        },
        footer = {
            "",
            "Example:",
            "  fomo dataset import --name posters --csv labels.csv --images posters/ --classes-from-labels",
            "  fomo dataset show posters --html posters.html",
            "  fomo dataset verify posters"
        },
        subcommands = {
            DatasetImportCommand.class,
            DatasetBuildCommand.class,
            DatasetListCommand.class,
            DatasetShowCommand.class,
            DatasetDiffCommand.class,
            DatasetExportCommand.class,
            DatasetVerifyCommand.class
        })
public final class DatasetCommand extends Subcommand {
    @Override
    protected ExitCode run() {
        throw new ParameterException(
                spec().commandLine(), "Missing required subcommand: import, build, list, show, diff, export or verify");
    }
}
