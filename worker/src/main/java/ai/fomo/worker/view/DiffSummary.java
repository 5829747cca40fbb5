package ai.fomo.worker.view;

import static ai.fomo.worker.view.TextTable.Alignment.LEFT;
import static ai.fomo.worker.view.TextTable.Alignment.RIGHT;

import ai.fomo.domain.Sha256;
import ai.fomo.worker.view.DatasetDocument.ClassDriftPart;
import ai.fomo.worker.view.DiffDocument.Changes;
import ai.fomo.worker.view.DiffDocument.Side;
import java.util.List;
import java.util.function.Function;

/** What has changed between two datasets, for a terminal. */
public final class DiffSummary {
    private static final int EXAMPLES = 3;

    private DiffSummary() {}

    public static String of(DiffDocument diff) {
        StringBuilder text = new StringBuilder();
        text.append("from ")
                .append(side(diff.before()))
                .append("\nto   ")
                .append(side(diff.after()))
                .append("\n\n");
        TextTable table = new TextTable(LEFT, RIGHT, LEFT).row("", "images", "for example");
        table.row("the same", Numbers.count(diff.same()), "");
        row(table, "added", diff.added(), Sha256::abbreviated);
        row(table, "removed", diff.removed(), Sha256::abbreviated);
        row(
                table,
                "other labels",
                diff.relabelled(),
                item -> item.image().abbreviated() + ": " + String.join("|", item.before()) + " -> "
                        + String.join("|", item.after()));
        row(
                table,
                "other split",
                diff.moved(),
                item -> item.image().abbreviated() + ": " + item.before() + " -> " + item.after());
        text.append(table).append("\n\n").append(shares(diff.drift().classes()));
        return text.append("\n\nlabels: distance ")
                .append(Numbers.three(diff.drift().distance()))
                .append(" (0 the same, 1 nothing in common)")
                .toString();
    }

    private static String side(Side side) {
        return side.name() + " " + side.digest().abbreviated() + ", " + Numbers.count(side.images()) + " images";
    }

    private static <T> void row(TextTable table, String what, Changes<T> changes, Function<T, String> words) {
        List<String> examples =
                changes.examples().stream().limit(EXAMPLES).map(words).toList();
        table.row(what, Numbers.count(changes.images()), String.join(", ", examples));
    }

    private static String shares(List<ClassDriftPart> classes) {
        TextTable table = new TextTable(LEFT, RIGHT, RIGHT, RIGHT).row("genre", "before", "after", "points");
        classes.forEach(part -> table.row(
                part.name(),
                Numbers.percent(part.before()),
                Numbers.percent(part.after()),
                Numbers.points(part.change())));
        return table.toString();
    }
}
