package ai.fomo.sources.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/** Which column is where, from the header. */
record LabelsCsvColumns(List<String> names) {
    static final String FILE = "file";
    static final String LABELS = "labels";
    static final String GROUP = "group";
    static final String SPLIT = "split";
    private static final List<String> KNOWN = List.of(FILE, LABELS, GROUP, SPLIT);

    LabelsCsvColumns {
        names = List.copyOf(names);
    }

    static LabelsCsvColumns of(Path csv, CSVRecord header) throws CsvLayoutException {
        List<String> names = new ArrayList<>();
        for (String cell : header) {
            names.add(cell.strip().toLowerCase(Locale.ROOT));
        }
        boolean complete = names.contains(FILE) && names.contains(LABELS);
        boolean unique = names.stream().distinct().count() == names.size();
        if (!complete || !unique || !KNOWN.containsAll(names)) {
            throw new CsvLayoutException(
                    csv,
                    1,
                    "the columns are '" + String.join(",", header)
                            + "' but must be file,labels[,group][,split]; rename them, and separate labels by |");
        }
        return new LabelsCsvColumns(names);
    }

    /** Empty where there is no such column, or nothing in it. */
    Optional<String> cell(CSVRecord record, String column) {
        int index = names.indexOf(column);
        return index < 0
                ? Optional.empty()
                : Optional.of(record.get(index).strip()).filter(cell -> !cell.isEmpty());
    }
}
