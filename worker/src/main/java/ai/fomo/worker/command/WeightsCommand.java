package ai.fomo.worker.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code fomo weights}: what encoders run on that does not ship with the platform. */
@Command(
        name = "weights",
        description = {
            "Fetches weights of encoders that do not ship with the platform, and lists those that are here.",
            "",
            "They are kept in S3 beside the models, so that every worker has them. Former ones stay: a model that was"
                    + " trained on them is served and judged with them."
        },
        footer = {
            "",
            "Example:",
            "  fomo weights fetch vgg16",
            "  fomo weights list",
            "  fomo retrain --dataset posters --encoder vgg16"
        },
        subcommands = {WeightsFetchCommand.class, WeightsListCommand.class})
public final class WeightsCommand extends Subcommand {
    @Override
    protected ExitCode run() {
        throw new ParameterException(spec().commandLine(), "Missing required subcommand: fetch or list");
    }
}
