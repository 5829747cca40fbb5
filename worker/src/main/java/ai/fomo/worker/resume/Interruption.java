package ai.fomo.worker.resume;

import ai.fomo.domain.RunId;
import ai.fomo.domain.training.Checkpoint;
import ai.fomo.domain.training.Position;
import ai.fomo.storage.training.CheckpointStore;
import ai.fomo.storage.training.RunRow;
import ai.fomo.storage.training.RunStore;
import ai.fomo.worker.view.WorkflowFailures;
import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.CanceledFailure;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended that can go on.
 *
 * @param cancelled whether somebody wanted it to end; otherwise it has failed
 * @param explanation where it was cancelled, or why it failed
 * @param checkpoint that its training goes on from; null where it would begin at the beginning
 */
public record Interruption(
        RunId run,
        boolean cancelled,
        String explanation,
        @Nullable Position checkpoint) {
    /** @param failure that its workflow ended with, for where the run's row does not say what happened */
    public static Interruption of(Jdbi jdbi, RunId run, WorkflowFailedException failure) {
        Optional<RunRow> row = new RunStore(jdbi).find(run);
        Position furthest = new CheckpointStore(jdbi)
                .newestFirst(run).stream().findFirst().map(Checkpoint::position).orElse(null);
        return new Interruption(
                run,
                failure.getCause() instanceof CanceledFailure,
                row.map(RunRow::explanation).orElseGet(() -> WorkflowFailures.sentence(failure)),
                furthest);
    }

    /** In one sentence, with the command that it goes on by. */
    public String inWords() {
        String goesOn = checkpoint == null ? "it goes on" : "its training goes on behind " + checkpoint.inWords();
        return "run " + run + (cancelled ? " was " : " has failed: ") + explanation + "; "
                + (cancelled ? "" : "once that is put right, ") + goesOn + " with: fomo resume " + run;
    }
}
