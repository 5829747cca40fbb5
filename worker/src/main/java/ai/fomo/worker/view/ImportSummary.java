package ai.fomo.worker.view;

import static ai.fomo.worker.view.TextTable.Alignment.LEFT;
import static ai.fomo.worker.view.TextTable.Alignment.RIGHT;

import ai.fomo.worker.dataset.ImportReport;
import ai.fomo.worker.dataset.RowCopy;
import ai.fomo.worker.dataset.RowRefusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** An import for a terminal: what came in, what did not and why. */
public final class ImportSummary {
    private static final int REFUSALS_SHOWN = 30;
    private static final int LABELS_SHOWN = 20;

    private ImportSummary() {}

    public static String of(ImportReport report) {
        StringBuilder text = new StringBuilder();
        refusals(report, text);
        copies(report, text);
        unmapped(report, text);
        text.append(String.format(
                Locale.ROOT,
                "%s: %,d of %,d rows imported, %d classes%s\n",
                report.name(),
                report.imported(),
                report.rows(),
                report.classes().size(),
                report.withoutClass() == 0
                        ? ""
                        : String.format(Locale.ROOT, "; %,d images have no class", report.withoutClass())));
        return text.toString().stripTrailing();
    }

    private static void refusals(ImportReport report, StringBuilder text) {
        if (report.refused().isEmpty()) {
            return;
        }
        String counts = report.reasons().entrySet().stream()
                .map(reason -> reason.getValue() + " " + reason.getKey())
                .collect(Collectors.joining(", "));
        text.append("left out: ").append(counts).append('\n');
        TextTable table = new TextTable(LEFT, LEFT, LEFT);
        for (RowRefusal refusal : report.refused()
                .subList(0, Math.min(REFUSALS_SHOWN, report.refused().size()))) {
            table.row("  line " + refusal.line(), refusal.file(), refusal.detail());
        }
        text.append(table).append('\n');
        more(report.refused().size() - REFUSALS_SHOWN, text);
    }

    private static void copies(ImportReport report, StringBuilder text) {
        if (report.copies().isEmpty()) {
            return;
        }
        text.append(String.format(
                Locale.ROOT,
                "copies of another row's image: %,d; a dataset holds each image once, with the classes of all its rows\n",
                report.copies().size()));
        List<RowCopy> contradictory =
                report.copies().stream().filter(RowCopy::contradictory).toList();
        if (contradictory.isEmpty()) {
            return;
        }
        text.append(String.format(
                Locale.ROOT,
                "of these without a class in common, and so in no dataset until their labels are corrected: %,d\n",
                contradictory.size()));
        TextTable table = new TextTable(LEFT, LEFT, LEFT);
        for (RowCopy copy : contradictory.stream().limit(REFUSALS_SHOWN).toList()) {
            table.row(
                    "  lines " + copy.original() + ", " + copy.line(),
                    copy.originalFile() + ", " + copy.file(),
                    String.join("|", copy.originalLabels()) + " <> " + String.join("|", copy.labels()));
        }
        text.append(table).append('\n');
        more(contradictory.size() - REFUSALS_SHOWN, text);
    }

    private static void unmapped(ImportReport report, StringBuilder text) {
        if (report.unmapped().isEmpty()) {
            return;
        }
        text.append("labels that lead to no class, with their rows:\n");
        TextTable table = new TextTable(LEFT, RIGHT);
        for (Map.Entry<String, Integer> label :
                report.unmapped().entrySet().stream().limit(LABELS_SHOWN).toList()) {
            table.row("  " + label.getKey(), String.valueOf(label.getValue()));
        }
        text.append(table).append('\n');
        more(report.unmapped().size() - LABELS_SHOWN, text);
    }

    private static void more(int count, StringBuilder text) {
        if (count > 0) {
            text.append("  and ").append(count).append(" more (all of them with --json)\n");
        }
    }
}
