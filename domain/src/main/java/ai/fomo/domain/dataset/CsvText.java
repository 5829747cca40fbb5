package ai.fomo.domain.dataset;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values as RFC 4180 has them, with line feeds: just enough to write and read a manifest. */
final class CsvText {
    private CsvText() {}

    /** A field, in quotes only where it needs them, so that equal fields are equal bytes. */
    static String field(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    /** @throws IllegalArgumentException where a quote is left open, or the last line has no end */
    static List<List<String>> records(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                fields.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    records.add(List.copyOf(fields));
                    fields.clear();
                }
            } else {
                field.append(c);
            }
        }
        if (quoted || !fields.isEmpty() || !field.isEmpty()) {
            throw new IllegalArgumentException("the text breaks off in line " + (records.size() + 1));
        }
        return records;
    }
}
