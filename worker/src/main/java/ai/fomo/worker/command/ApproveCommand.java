package ai.fomo.worker.command;

import picocli.CommandLine.Command;

/** {@code fomo approve}. */
@Command(
        name = "approve",
        description = {
            "Says yes to a model that has passed the gate and waits for a person (fomo retrain --approve person).",
            "It becomes the champion, unless another one became it meanwhile. Name and reason are recorded."
        },
        footer = {
            "",
            "Example:",
            "  fomo approve retrain-posters-2 --by maria --reason \"better on Reggaeton, checked 20 posters\""
        })
public final class ApproveCommand extends DecisionCommand {
    public ApproveCommand() {
        super(true);
    }
}
