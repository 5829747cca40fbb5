package ai.fomo.learning.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What the operating system says of memory; only Linux does. */
final class ResidentMemory {
    private static final Path PROCESS = Path.of("/proc/self/status");
    private static final Path SYSTEM = Path.of("/proc/meminfo");
    private static final long KIBIBYTE = 1024;

    private ResidentMemory() {}

    /** Bytes of this process that are no file's: heap, arrays, natives' own. */
    static OptionalLong anonymous() {
        return read(PROCESS, "RssAnon:");
    }

    /** Bytes that could be taken without swapping. */
    static OptionalLong available() {
        return read(SYSTEM, "MemAvailable:");
    }

    private static OptionalLong read(Path file, String key) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(number -> Long.parseLong(number) * KIBIBYTE)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
