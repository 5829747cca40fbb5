package ai.fomo.worker.poster;

import ai.fomo.worker.command.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Which files are meant by files and directories. */
public final class PosterFiles {
    /** With types that cannot be read: leaving a poster out silently would look as if there were none. */
    private static final Set<String> EXTENSIONS =
            Set.of("jpg", "jpeg", "png", "webp", "gif", "avif", "heic", "heif", "svg", "bmp", "tif", "tiff");

    private PosterFiles() {}

    /**
     * Every file that is named, whatever it is, and of directories every image below them, by name. Each once.
     *
     * @throws CommandFailure where a directory cannot be read
     */
    public static List<Path> of(List<Path> filesAndDirectories) {
        Set<Path> files = new LinkedHashSet<>();
        for (Path path : filesAndDirectories) {
            if (Files.isDirectory(path)) {
                files.addAll(imagesBelow(path));
            } else {
                files.add(path);
            }
        }
        return List.copyOf(files);
    }

    private static List<Path> imagesBelow(Path directory) {
        try (Stream<Path> tree = Files.walk(directory)) {
            return tree.filter(Files::isRegularFile)
                    .filter(PosterFiles::isImage)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw CommandFailure.failed("directory " + directory + " cannot be read: " + e.getMessage());
        }
    }

    private static boolean isImage(Path file) {
        String name = String.valueOf(file.getFileName());
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && EXTENSIONS.contains(extension);
    }
}
