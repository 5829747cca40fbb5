package ai.fomo.storage.genre;

import ai.fomo.domain.genre.GenreMap;
import ai.fomo.domain.genre.Taxonomy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The taxonomy and the genre maps that ship with the platform. */
public final class BundledGenreMaps {
    private static final List<String> NAMES = List.of("event-tags", "musicbrainz", "spotify");

    private BundledGenreMaps() {}

    /** What there is to name. */
    public static List<String> names() {
        return NAMES;
    }

    /** @throws IllegalArgumentException naming those that there are, where {@code name} is none of them */
    public static GenreMap named(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("there is no genre map '" + name + "'; there are "
                    + String.join(", ", NAMES.subList(0, NAMES.size() - 1)) + " and " + NAMES.get(NAMES.size() - 1));
        }
        return GenreMapYaml.parse(resource(name));
    }

    public static Taxonomy taxonomy() {
        return GenreMapYaml.parseTaxonomy(resource("taxonomy"));
    }

    private static String resource(String name) {
        String path = "/genre/" + name + ".yaml";
        try (InputStream in = BundledGenreMaps.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not on the class path; build the storage module again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
