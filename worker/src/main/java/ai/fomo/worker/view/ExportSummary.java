package ai.fomo.worker.view;

import ai.fomo.worker.dataset.ExportReport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An export for a terminal: where it is, and how to bring it in again. */
public final class ExportSummary {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._/=:@%+,-]+");

    private ExportSummary() {}

    public static String of(ExportReport report) {
        StringBuilder text = new StringBuilder();
        text.append(Numbers.count(report.images()))
                .append(" images of dataset ")
                .append(report.digest().abbreviated())
                .append(" are in ")
                .append(report.directory())
                .append('\n');
        report.notes().forEach(note -> text.append("note: ").append(note).append('\n'));
        return text.append("import it with: fomo ")
                .append(report.importCommand().stream()
                        .map(ExportSummary::quoted)
                        .collect(Collectors.joining(" ")))
                .toString();
    }

    /** As a shell takes it for one word. */
    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
