package ai.fomo.workflows.retrain;

import ai.fomo.domain.RunId;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question that a person may answer once, while it is open. */
final class PendingDecision {
    private final RunId run;
    private boolean open;
    private @Nullable ApprovalAnswer answer;

    PendingDecision(RunId run) {
        this.run = run;
    }

    /** Empty where nobody answered in time. */
    Optional<ApprovalAnswer> await(Duration timeLimit) {
        open = true;
        answer = null;
        Workflow.await(timeLimit, () -> answer != null);
        open = false;
        return Optional.ofNullable(answer);
    }

    /** @throws IllegalArgumentException in one sentence, where the answer comes too early, too late, twice, or unsigned */
    void validate(@Nullable ApprovalAnswer offered, RetrainStage stage) {
        if (answer != null) {
            throw new IllegalArgumentException(
                    run + " has been decided already by " + answer.by() + ": " + answer.reason());
        }
        if (!open) {
            throw new IllegalArgumentException(
                    run + " waits for no decision: it is at " + stage.label() + "; see fomo watch " + run);
        }
        if (offered == null || isBlank(offered.by()) || isBlank(offered.reason())) {
            throw new IllegalArgumentException(
                    "a decision on " + run + " needs a name and a reason: --by and --reason");
        }
    }

    ApprovalAnswer accept(ApprovalAnswer accepted) {
        answer = accepted;
        return accepted;
    }

    /** Other languages' clients may leave a field out, whatever the record promises. */
    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
