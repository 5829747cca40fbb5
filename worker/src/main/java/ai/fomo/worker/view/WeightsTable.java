package ai.fomo.worker.view;

import static ai.fomo.worker.view.TextTable.Alignment.LEFT;

import java.util.List;

/** Weights, one line each. */
public final class WeightsTable {
    private WeightsTable() {}

    /** In the order given. */
    public static String of(List<WeightsEntry> entries) {
        TextTable table = new TextTable(LEFT, LEFT, LEFT, LEFT, LEFT, LEFT)
                .row("weights", "", "digest", "fetched (UTC)", "for encoders", "from");
        for (WeightsEntry entry : entries) {
            table.row(
                    entry.name(),
                    entry.counts() ? "in use" : "former",
                    entry.digest().abbreviated(),
                    Moments.text(entry.fetchedAt()),
                    String.join(", ", entry.encoders()),
                    entry.origin());
        }
        return table.toString();
    }
}
