package ai.fomo.worker.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code fomo features}: what was computed of images, and whether it can be read. */
@Command(
        name = "features",
        description = {
            "Shows and checks the features of a dataset: the numbers that an encoder makes of its images, and heads are trained on.",
            "",
            "They are computed once per image, encoder and view, and kept in S3 in shards, with an index in PostgreSQL. They are a"
                    + " cache: what is lost is computed again, by the retraining that needs it."
        },
        footer = {
            "",
            "Example:",
            "  fomo features status --dataset posters",
            "  fomo features verify --dataset posters --repair"
        },
        subcommands = {FeaturesStatusCommand.class, FeaturesVerifyCommand.class})
public final class FeaturesCommand extends Subcommand {
    @Override
    protected ExitCode run() {
        throw new ParameterException(spec().commandLine(), "Missing required subcommand: status or verify");
    }
}
