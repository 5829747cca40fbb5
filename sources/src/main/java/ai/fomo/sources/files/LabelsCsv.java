package ai.fomo.sources.files;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV of labels, read: columns {@code file,labels[,group][,split]} in any order, labels separated by {@code |}.
 *
 * @param rows in the order of the file; at least one
 * @param refused rows that were left out: a file named twice, a path that leaves the images directory
 */
public record LabelsCsv(List<LabelledFile> rows, List<RefusedRow> refused) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public LabelsCsv {
        rows = List.copyOf(rows);
        refused = List.copyOf(refused);
    }

    /**
     * @param images directory that file names are relative to
     * @throws CsvLayoutException where no row, or not every row, can be told for what it is
     * @throws IOException where the file cannot be read at all
     */
    public static LabelsCsv read(Path csv, Path images) throws IOException, CsvLayoutException {
        try (CSVParser parser = CSVFormat.RFC4180.parse(text(csv))) {
            return read(csv, images, parser);
        } catch (UncheckedIOException e) {
            // The only way in which the parser's iterator speaks of a quote that is never closed.
            throw new CsvLayoutException(csv, "it is not a CSV (" + e.getMessage() + "); check its quotes");
        }
    }

    private static LabelsCsv read(Path csv, Path images, CSVParser parser) throws CsvLayoutException {
        Iterator<CSVRecord> records = parser.iterator();
        if (!records.hasNext()) {
            throw new CsvLayoutException(csv, "it is empty; its first line must be file,labels[,group][,split]");
        }
        LabelsCsvColumns columns = LabelsCsvColumns.of(csv, records.next());
        // Absolute, because no path starts with the empty one that "." would be.
        Path root = images.toAbsolutePath().normalize();
        RowReader reader = new RowReader(csv, root, columns);
        List<LabelledFile> rows = new ArrayList<>();
        List<RefusedRow> refused = new ArrayList<>();
        Map<Path, Long> lines = new HashMap<>();
        // Asked before the record is read, so that a row with line breaks inside is known by its first line.
        long line = parser.getCurrentLineNumber() + 1;
        while (records.hasNext()) {
            CSVRecord record = records.next();
            if (!isBlank(record)) {
                LabelledFile row = reader.read(record, line);
                Long before = lines.putIfAbsent(row.path(), line);
                if (!row.path().startsWith(root)) {
                    refused.add(new RefusedRow(
                            line,
                            row.name(),
                            RefusedRow.Fault.OUTSIDE_DIRECTORY,
                            "the file is outside the images directory " + images));
                } else if (before != null) {
                    refused.add(new RefusedRow(
                            line,
                            row.name(),
                            RefusedRow.Fault.DUPLICATE,
                            "the file is named in line " + before + " already"));
                } else {
                    rows.add(row);
                }
            }
            line = parser.getCurrentLineNumber() + 1;
        }
        if (rows.isEmpty()) {
            String why = refused.isEmpty()
                    ? "below its header"
                    : "that can be used; the first: " + refused.get(0).reason();
            throw new CsvLayoutException(csv, "it has no row " + why);
        }
        return new LabelsCsv(rows, refused);
    }

    private static boolean isBlank(CSVRecord record) {
        return record.size() == 1 && record.get(0).isBlank();
    }

    private static Reader text(Path csv) throws IOException, CsvLayoutException {
        try {
            String text = Files.readString(csv);
            return new StringReader(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw new CsvLayoutException(csv, "it is not UTF-8; save it as CSV UTF-8");
        }
    }
}
