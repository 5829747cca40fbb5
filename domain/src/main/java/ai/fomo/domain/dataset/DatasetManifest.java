package ai.fomo.domain.dataset;

import static java.util.Comparator.comparing;

import ai.fomo.domain.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The content of a dataset. Its canonical text is CSV, and the digest of that is the dataset's identity: equal
 * selections have equal digests, in whatever order they were gathered.
 *
 * @param classes in the order of a model's outputs
 * @param items sorted by image; each image once
 */
public record DatasetManifest(List<String> classes, List<DatasetItem> items) {
    private static final List<String> FIXED_COLUMNS = List.of("image", "group", "split");

    public DatasetManifest {
        classes = List.copyOf(classes);
        items = items.stream().sorted(comparing(DatasetItem::image)).toList();
        if (classes.isEmpty() || new HashSet<>(classes).size() != classes.size()) {
            throw new IllegalArgumentException("a dataset needs classes with distinct names, was given " + classes);
        }
        requireConsistent(classes.size(), items);
    }

    private static void requireConsistent(int classes, List<DatasetItem> items) {
        Set<Sha256> images = new HashSet<>();
        for (DatasetItem item : items) {
            if (!images.add(item.image())) {
                throw new IllegalArgumentException("image " + item.image() + " is in the dataset twice");
            }
            if (item.classes().get(0) < 0 || item.classes().get(item.classes().size() - 1) >= classes) {
                throw new IllegalArgumentException(
                        "item " + item.image() + " has classes " + item.classes() + " of " + classes);
            }
        }
    }

    /** Columns image, group, split, and one of 0 or 1 per class; UTF-8, lines end in a line feed. */
    public byte[] toCsv() {
        ByteArrayOutputStream csv = new ByteArrayOutputStream(100 + items.size() * (90 + 2 * classes.size()));
        StringBuilder line = new StringBuilder(String.join(",", FIXED_COLUMNS));
        classes.forEach(name -> line.append(',').append(CsvText.field(name)));
        end(line, csv);
        for (DatasetItem item : items) {
            line.append(item.image())
                    .append(',')
                    .append(CsvText.field(item.group()))
                    .append(',')
                    .append(item.split().label());
            for (int c = 0; c < classes.size(); c++) {
                line.append(item.classes().contains(c) ? ",1" : ",0");
            }
            end(line, csv);
        }
        return csv.toByteArray();
    }

    /** Line by line, because the text of a million rows is not to be held twice. */
    private static void end(StringBuilder line, ByteArrayOutputStream csv) {
        csv.writeBytes(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        line.setLength(0);
    }

    /** Groups with items in more than one split, sorted: the leaks of a split that the source gave. */
    public static List<String> straddlingGroups(Collection<DatasetItem> items) {
        Map<String, Split> splits = new HashMap<>();
        SortedSet<String> straddling = new TreeSet<>();
        for (DatasetItem item : items) {
            Split before = splits.putIfAbsent(item.group(), item.split());
            if (before != null && before != item.split()) {
                straddling.add(item.group());
            }
        }
        return List.copyOf(straddling);
    }

    /** @throws IllegalArgumentException naming the line, where this is not a manifest */
    public static DatasetManifest parse(byte[] csv) {
        List<List<String>> records = CsvText.records(new String(csv, StandardCharsets.UTF_8));
        if (records.isEmpty()
                || records.get(0).size() <= FIXED_COLUMNS.size()
                || !records.get(0).subList(0, FIXED_COLUMNS.size()).equals(FIXED_COLUMNS)) {
            throw new IllegalArgumentException("a manifest begins with the columns " + FIXED_COLUMNS + " and classes");
        }
        List<String> header = records.get(0);
        List<DatasetItem> items = new ArrayList<>();
        Map<List<Integer>, List<Integer>> shared = new HashMap<>();
        for (int row = 1; row < records.size(); row++) {
            items.add(item(row + 1, records.get(row), header.size(), shared));
        }
        return new DatasetManifest(header.subList(FIXED_COLUMNS.size(), header.size()), items);
    }

    private static DatasetItem item(
            int line, List<String> fields, int columns, Map<List<Integer>, List<Integer>> shared) {
        if (fields.size() != columns) {
            throw new IllegalArgumentException(
                    "manifest, record " + line + ": " + fields.size() + " fields instead of " + columns);
        }
        List<Integer> classes = new ArrayList<>();
        for (int column = FIXED_COLUMNS.size(); column < columns; column++) {
            switch (fields.get(column)) {
                case "1" -> classes.add(column - FIXED_COLUMNS.size());
                case "0" -> {}
                default ->
                    throw new IllegalArgumentException(
                            "manifest, record " + line + ": '" + fields.get(column) + "' is neither 0 nor 1");
            }
        }
        return new DatasetItem(
                new Sha256(fields.get(0)),
                fields.get(1),
                Split.ofLabel(fields.get(2)),
                shared.computeIfAbsent(classes, List::copyOf));
    }

    public Sha256 digest() {
        return Sha256.of(toCsv());
    }

    public SplitCounts counts() {
        return new SplitCounts(
                items(Split.TRAIN).size(),
                items(Split.VALIDATION).size(),
                items(Split.TEST).size());
    }

    public List<DatasetItem> items(Split split) {
        return items.stream().filter(item -> item.split() == split).toList();
    }
}
