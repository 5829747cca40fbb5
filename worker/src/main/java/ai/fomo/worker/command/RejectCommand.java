package ai.fomo.worker.command;

import picocli.CommandLine.Command;

/** {@code fomo reject}. */
@Command(
        name = "reject",
        description = {
            "Says no to a model that waits for a person (fomo retrain --approve person).",
            "The champion stays. The model stays registered; name and reason are recorded."
        },
        footer = {"", "Example:", "  fomo reject retrain-posters-2 --by maria --reason \"worse on Jazz\""})
public final class RejectCommand extends DecisionCommand {
    public RejectCommand() {
        super(false);
    }
}
