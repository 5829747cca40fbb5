package ai.fomo.sources.files;

import ai.fomo.domain.dataset.Split;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** Writes what {@link LabelsCsv} reads, with all four columns; lines end in a line feed. */
public final class LabelsCsvText {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private LabelsCsvText() {}

    public static String header() {
        return line(LabelsCsvColumns.FILE, LabelsCsvColumns.LABELS, LabelsCsvColumns.GROUP, LabelsCsvColumns.SPLIT);
    }

    /** @throws IllegalArgumentException where a label cannot be written so that it is read as the same one */
    public static String row(String file, List<String> labels, String group, Split split) {
        labels.forEach(LabelsCsvText::requireReadable);
        return line(file, String.join("|", labels), group, split.label());
    }

    /** Whether reading gives back the same name: space around a cell is lost. */
    public static boolean isReadable(String group) {
        return !group.isEmpty() && group.equals(group.strip());
    }

    private static void requireReadable(String label) {
        if (label.contains("|") || !isReadable(label)) {
            throw new IllegalArgumentException("the label '" + label
                    + "' cannot be in a CSV, where '|' separates labels and space around them is lost");
        }
    }

    private static String line(String... cells) {
        return FORMAT.format((Object[]) cells) + '\n';
    }
}
