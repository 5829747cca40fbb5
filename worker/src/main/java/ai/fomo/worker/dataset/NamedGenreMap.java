package ai.fomo.worker.dataset;

import ai.fomo.domain.genre.GenreMap;
import ai.fomo.storage.genre.BundledGenreMaps;
import ai.fomo.storage.genre.GenreMapFormatException;
import ai.fomo.storage.genre.GenreMapYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The genre map that a person named: one that ships with the platform, or a file. */
public final class NamedGenreMap {
    private NamedGenreMap() {}

    /**
     * @param text name of a map that ships, or a file; a name goes first
     * @throws GenreMapRefusedException where it is neither, or the file holds no map
     */
    public static GenreMap of(String text) {
        if (BundledGenreMaps.names().contains(text)) {
            return BundledGenreMaps.named(text);
        }
        Path file = Path.of(text);
        if (!Files.exists(file)) {
            throw new GenreMapRefusedException("there is no genre map '" + text
                    + "', neither a file nor one of those that ship: " + String.join(", ", BundledGenreMaps.names()));
        }
        try {
            return GenreMapYaml.parse(Files.readString(file));
        } catch (IOException e) {
            throw new GenreMapRefusedException("the map " + file + " cannot be read; name a file of YAML text", e);
        } catch (GenreMapFormatException e) {
            throw new GenreMapRefusedException(file + ": " + e.getMessage(), e);
        }
    }
}
