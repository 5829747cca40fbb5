package ai.fomo.worker.view;

import java.util.ArrayList;
import java.util.List;

/** Columns of text lined up for a terminal: the first to the left, figures to the right. */
public final class TextTable {
    public enum Alignment {
        LEFT,
        RIGHT
    }

    private static final String GAP = "  ";

    private final List<Alignment> alignments;
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(Alignment... alignments) {
        this.alignments = List.of(alignments);
    }

    /** @throws IllegalArgumentException where there are not as many cells as columns */
    public TextTable row(String... cells) {
        if (cells.length != alignments.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + alignments.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** Every row as a line, without trailing spaces. */
    List<String> lines() {
        int[] widths = new int[alignments.size()];
        for (List<String> row : rows) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], width(row.get(c)));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    @Override
    public String toString() {
        return String.join("\n", lines());
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String cell = row.get(c);
            String padding = " ".repeat(widths[c] - width(cell));
            line.append(c == 0 ? "" : GAP);
            line.append(alignments.get(c) == Alignment.LEFT ? cell + padding : padding + cell);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
