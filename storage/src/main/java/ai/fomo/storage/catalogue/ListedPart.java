package ai.fomo.storage.catalogue;

import ai.fomo.domain.catalogue.Artist;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an outside source answered to one step.
 *
 * @param artists that a search found, and those of the albums of which the source says more than the name
 * @param albumsByArtist whether a search finds artists, whose albums are steps of their own
 * @param total how many entries the whole list has, as the source counts them
 * @param next cursor of the next part; null where this was the last
 */
public record ListedPart(
        List<Artist> artists,
        List<ListedAlbum> albums,
        boolean albumsByArtist,
        int total,
        @Nullable String next) {
    public ListedPart {
        artists = List.copyOf(artists);
        albums = List.copyOf(albums);
    }
}
