package ai.fomo.worker.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code fomo genre}: what labels mean. */
@Command(
        name = "genre",
        description = "Shows which class a label of a source means, and changes what the labels of a dataset mean.",
        footer = {
            "",
            "Example:",
            "  fomo genre map --explain \"melodic house & techno\"",
            "  fomo genre map --dataset covers"
        },
        subcommands = GenreMapCommand.class)
public final class GenreCommand extends Subcommand {
    @Override
    protected ExitCode run() {
        throw new ParameterException(spec().commandLine(), "Missing required subcommand: map");
    }
}
