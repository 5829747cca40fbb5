package ai.fomo.worker.view;

import static ai.fomo.worker.view.TextTable.Alignment.LEFT;
import static ai.fomo.worker.view.TextTable.Alignment.RIGHT;

import ai.fomo.storage.registry.ModelRow;
import java.util.List;

/** Registered models, one line each. */
public final class ModelTable {
    private ModelTable() {}

    /** In the order given; times in UTC, digests abbreviated. */
    public static String of(List<ModelRow> models) {
        TextTable table = new TextTable(RIGHT, LEFT, LEFT, LEFT, LEFT, LEFT)
                .row("version", "", "run", "registered (UTC)", "encoder", "digest");
        for (ModelRow model : models) {
            table.row(
                    String.valueOf(model.version().version()),
                    model.champion() ? "champion" : "",
                    model.model().run().value(),
                    Moments.text(model.registeredAt()),
                    model.model().encoder().name(),
                    model.version().digest().abbreviated());
        }
        return table.toString();
    }
}
