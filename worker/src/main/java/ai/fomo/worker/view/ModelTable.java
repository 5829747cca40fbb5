package ai.fomo.worker.view;

import static ai.fomo.worker.view.TextTable.Alignment.LEFT;
import static ai.fomo.worker.view.TextTable.Alignment.RIGHT;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Registered models, one line each. */
public final class ModelTable {
    private ModelTable() {}

    /** In the order given; times in UTC, digests abbreviated. */
    public static String of(List<ModelDocument> models) {
        TextTable table = new TextTable(RIGHT, LEFT, LEFT, LEFT, LEFT, RIGHT, LEFT, LEFT, LEFT)
                .row("version", "", "run", "dataset", "encoder", "mAP", "gate", "registered (UTC)", "digest");
        for (ModelDocument model : models) {
            table.row(
                    String.valueOf(model.version()),
                    Objects.requireNonNullElse(model.alias(), ""),
                    model.run().value(),
                    model.datasetName(),
                    model.encoder().name(),
                    number(model.meanAveragePrecision()),
                    verdict(model.passed()),
                    Moments.text(model.registeredAt()),
                    model.digest().abbreviated());
        }
        return table.toString();
    }

    static String number(@Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.3f", value);
    }

    static String verdict(@Nullable Boolean passed) {
        if (passed == null) {
            return "";
        }
        return passed ? "passed" : "refused";
    }
}
