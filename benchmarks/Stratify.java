import static java.nio.charset.StandardCharsets.UTF_8;

import ai.fomo.domain.dataset.NestedOrder;
import ai.fomo.domain.dataset.StratificationUnit;
import ai.fomo.domain.dataset.Stratifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Takes a 10 % part of each set in a directory, in three ways. A set is {@code <name>-<seed>.set} with lines
 * {@code group,0110...}: one item each, with one digit per class. Written beside it is {@code <name>-<seed>.<way>} with the group
 * and the part (0 the 10 %, others the rest) of each item, in the order of the set.
 *
 * <p>Run as one source file: {@code java -cp domain/target/classes benchmarks/Stratify.java DIRECTORY}.
 */
public final class Stratify {
    public static void main(String[] arguments) throws IOException {
        List<Path> sets;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            sets = files.filter(f -> f.toString().endsWith(".set")).sorted().toList();
        }
        for (Path set : sets) {
            stratify(set);
        }
    }

    private static void stratify(Path set) throws IOException {
        String name = set.toString().substring(0, set.toString().length() - ".set".length());
        long seed = Long.parseLong(name.substring(name.lastIndexOf('-') + 1));
        List<String> groups = new ArrayList<>();
        SortedMap<String, List<String>> labels = new TreeMap<>();
        for (String line : Files.readAllLines(set, UTF_8)) {
            int comma = line.indexOf(',');
            groups.add(line.substring(0, comma));
            labels.computeIfAbsent(line.substring(0, comma), g -> new ArrayList<>())
                    .add(line.substring(comma + 1));
        }
        int classes = labels.get(labels.firstKey()).get(0).length();
        List<StratificationUnit> units = new ArrayList<>();
        labels.forEach((group, items) -> units.add(unit(group, items, classes)));
        int[] none = new int[units.size()];
        Arrays.fill(none, -1);

        write(name + ".two", groups, units, Stratifier.assign(units, classes, new double[] {0.1, 0.9}, none, seed));
        write(name + ".three", groups, units, Stratifier.assign(units, classes, new double[] {0.1, 0.1, 0.8}, none, seed));
        write(name + ".nested", groups, units, nested(units, classes, groups.size() / 10, seed));
    }

    /** The beginning of the order whose number of items is closest to {@code wanted}. */
    private static int[] nested(List<StratificationUnit> units, int classes, int wanted, long seed) {
        int[] parts = new int[units.size()];
        Arrays.fill(parts, 1);
        int items = 0;
        for (int unit : NestedOrder.of(units, classes, seed)) {
            int more = items + units.get(unit).items();
            if (Math.abs(more - wanted) > Math.abs(items - wanted)) {
                break;
            }
            items = more;
            parts[unit] = 0;
        }
        return parts;
    }

    private static StratificationUnit unit(String group, List<String> items, int classes) {
        int[] counts = new int[classes];
        for (String item : items) {
            for (int c = 0; c < classes; c++) {
                counts[c] += item.charAt(c) - '0';
            }
        }
        int[] present = IntStream.range(0, classes).filter(c -> counts[c] > 0).toArray();
        return new StratificationUnit(
                group, items.size(), present, Arrays.stream(present).map(c -> counts[c]).toArray());
    }

    private static void write(String file, List<String> groups, List<StratificationUnit> units, int[] parts)
            throws IOException {
        SortedMap<String, Integer> partOf = new TreeMap<>();
        for (int u = 0; u < parts.length; u++) {
            partOf.put(units.get(u).key(), parts[u]);
        }
        Files.write(Path.of(file), groups.stream().map(g -> g + "," + partOf.get(g)).toList(), UTF_8);
    }
}
