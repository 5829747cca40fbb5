package ai.fomo.worker.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Who decides, and why: what every change of champion is recorded with. */
final class Signature {
    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who decides; it is recorded.")
    private String by = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is recorded.")
    private String reason = "";

    String by() {
        return by;
    }

    String reason() {
        return reason;
    }

    /** @throws ParameterException where one of them is blank, which says nothing to who reads the history */
    void check(CommandSpec command) {
        if (by.isBlank() || reason.isBlank()) {
            throw new ParameterException(
                    command.commandLine(), "a decision needs a name and a reason: --by NAME --reason TEXT");
        }
    }
}
