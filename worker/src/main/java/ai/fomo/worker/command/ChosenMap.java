package ai.fomo.worker.command;

import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.genre.GenreMap;
import ai.fomo.storage.genre.BundledGenreMaps;
import ai.fomo.storage.genre.GenreMapFormatException;
import ai.fomo.storage.genre.GenreMapYaml;
import ai.fomo.worker.view.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The genre map that a person chose: one that ships with the platform, by name, or a file. */
final class ChosenMap {
    private static final String FALLBACK = "spotify";

    private ChosenMap() {}

    /** @throws CommandFailure in one sentence, where it is neither, or cannot be used */
    static GenreMap of(String nameOrFile) {
        List<String> names = BundledGenreMaps.names();
        if (names.contains(nameOrFile)) {
            return BundledGenreMaps.named(nameOrFile);
        }
        Path file = Path.of(nameOrFile);
        if (!Files.isRegularFile(file)) {
            throw CommandFailure.wrongUsage("there is no genre map '" + nameOrFile
                    + "', and no such file; the maps are " + String.join(", ", names));
        }
        try {
            return GenreMapYaml.parse(Files.readString(file));
        } catch (IOException e) {
            throw CommandFailure.wrongUsage("the map " + file + " cannot be read; check --map");
        } catch (GenreMapFormatException | IllegalArgumentException e) {
            throw CommandFailure.wrongUsage(file + ": " + e.getMessage());
        }
    }

    /** The one that is named as the source, where there is one. */
    static GenreMap usualOf(SourceKind kind) {
        String name = Words.of(kind);
        return BundledGenreMaps.named(BundledGenreMaps.names().contains(name) ? name : FALLBACK);
    }
}
