package ai.fomo.worker.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code fomo gate}: what decides whether a model may be promoted. */
@Command(
        name = "gate",
        description = {
            "Shows what a model has to show before it may be promoted, and makes earlier decisions again from their record.",
            "",
            "A policy is a YAML file of rules. Workers judge by the file that FOMO_GATE_POLICY names, or by the one that ships."
        },
        footer = {
            "",
            "Example:",
            "  fomo gate policy --standard > mine.yaml        # to change",
            "  fomo gate policy mine.yaml                     # can it be used?",
            "  fomo gate replay retrain-posters-1 --policy mine.yaml"
        },
        subcommands = {GateReplayCommand.class, GatePolicyCommand.class})
public final class GateCommand extends Subcommand {
    @Override
    protected ExitCode run() {
        throw new ParameterException(spec().commandLine(), "Missing required subcommand: replay or policy");
    }
}
