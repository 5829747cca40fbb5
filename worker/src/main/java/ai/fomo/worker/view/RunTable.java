package ai.fomo.worker.view;

import static ai.fomo.worker.view.TextTable.Alignment.LEFT;

import ai.fomo.storage.training.RunRow;
import java.util.List;

/** Retrainings, one line each. */
public final class RunTable {
    private RunTable() {}

    /** In the order given; times in UTC. */
    public static String of(List<RunRow> runs) {
        TextTable table = new TextTable(LEFT, LEFT, LEFT, LEFT).row("run", "started (UTC)", "outcome", "explanation");
        for (RunRow run : runs) {
            String outcome = run.outcome();
            String explanation = run.explanation();
            table.row(
                    run.run().value(),
                    Moments.text(run.startedAt()),
                    outcome == null ? "running" : outcome,
                    explanation == null ? "" : explanation);
        }
        return table.toString();
    }
}
