package ai.fomo.worker.view;

import static ai.fomo.worker.view.TextTable.Alignment.LEFT;

import ai.fomo.workflows.training.Difference;
import ai.fomo.workflows.training.ReproduceResult;
import java.util.List;

/** What a reproduction came to, for a terminal: one line where all is alike, otherwise each difference with both values. */
public final class ReproductionText {
    private ReproductionText() {}

    public static String of(ReproduceResult result) {
        StringBuilder text = new StringBuilder(result.inWords());
        if (!result.differences().isEmpty()) {
            text.append(":\n").append(table(result, result.differences()));
        }
        if (!result.madeBy().isEmpty()) {
            text.append("\nmade by something else, which may change bytes:\n").append(table(result, result.madeBy()));
        }
        return text.toString();
    }

    private static TextTable table(ReproduceResult result, List<Difference> differences) {
        TextTable table = new TextTable(LEFT, LEFT, LEFT)
                .row("", result.original().value(), result.reproduction().value());
        differences.forEach(
                difference -> table.row(difference.what(), difference.original(), difference.reproduction()));
        return table;
    }
}
