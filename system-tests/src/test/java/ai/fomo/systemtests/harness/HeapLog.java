package ai.fomo.systemtests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the garbage collectors of some JVMs wrote down of their heaps.
 *
 * @param before the most that was occupied when one began, in MiB
 * @param after the most that one left
 */
public record HeapLog(int before, int after) {
    private static final Pattern COLLECTION = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(");

    /** Of all files there that end in {@code .log}. */
    public static HeapLog of(Path directory) {
        int before = 0;
        int after = 0;
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> logs =
                    files.filter(file -> file.toString().endsWith(".log")).toList();
            for (Path log : logs) {
                for (String line : Files.readAllLines(log)) {
                    Matcher collection = COLLECTION.matcher(line);
                    if (collection.find()) {
                        before = Math.max(before, Integer.parseInt(collection.group(1)));
                        after = Math.max(after, Integer.parseInt(collection.group(2)));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (before == 0) {
            throw new AssertionError("no collection is on record in " + directory);
        }
        return new HeapLog(before, after);
    }
}
