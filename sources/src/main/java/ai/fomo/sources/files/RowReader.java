package ai.fomo.sources.files;

import ai.fomo.domain.dataset.Split;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Turns a record into a row, or says why it cannot be one. */
record RowReader(Path csv, Path images, LabelsCsvColumns columns) {
    LabelledFile read(CSVRecord record, long line) throws CsvLayoutException {
        if (record.size() != columns.names().size()) {
            throw new CsvLayoutException(
                    csv,
                    line,
                    "it has " + record.size() + " cells where the header has "
                            + columns.names().size()
                            + "; put cells with a comma in double quotes, and separate labels by |");
        }
        String name = columns.cell(record, LabelsCsvColumns.FILE)
                .orElseThrow(() -> new CsvLayoutException(csv, line, "it names no file; fill in the column file"));
        return new LabelledFile(
                line,
                name,
                path(name, line),
                labels(columns.cell(record, LabelsCsvColumns.LABELS).orElse("")),
                columns.cell(record, LabelsCsvColumns.GROUP).orElse(null),
                split(columns.cell(record, LabelsCsvColumns.SPLIT), line));
    }

    private Path path(String name, long line) throws CsvLayoutException {
        try {
            return images.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw new CsvLayoutException(csv, line, "'" + name + "' is not a file name: " + e.getReason());
        }
    }

    private static List<String> labels(String cell) {
        return Arrays.stream(cell.split("\\|"))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .distinct()
                .toList();
    }

    private @Nullable Split split(Optional<String> cell, long line) throws CsvLayoutException {
        if (cell.isEmpty()) {
            return null;
        }
        try {
            return Split.ofLabel(cell.get());
        } catch (IllegalArgumentException e) {
            throw new CsvLayoutException(
                    csv, line, e.getMessage() + "; correct it, or leave it empty to have it assigned");
        }
    }
}
