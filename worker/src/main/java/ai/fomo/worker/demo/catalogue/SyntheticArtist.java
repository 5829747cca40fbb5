package ai.fomo.worker.demo.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * @param id 22 letters and digits
 * @param genres one or two classes of the taxonomy: what the artist plays
 * @param labels what the catalogue says of that; empty for some
 */
record SyntheticArtist(String id, String name, List<String> genres, List<String> labels, List<SyntheticAlbum> albums) {
    SyntheticArtist {
        genres = List.copyOf(genres);
        labels = List.copyOf(labels);
        albums = List.copyOf(albums);
    }

    /** Whether a search for that genre finds the artist: case, spaces and punctuation make no difference. */
    boolean plays(String genre) {
        return plainGenres().contains(plain(genre));
    }

    Set<String> plainGenres() {
        return Stream.concat(genres.stream(), labels.stream())
                .map(SyntheticArtist::plain)
                .collect(Collectors.toSet());
    }

    static String plain(String genre) {
        return genre.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
