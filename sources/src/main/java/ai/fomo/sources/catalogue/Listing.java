package ai.fomo.sources.catalogue;

import ai.fomo.domain.catalogue.Artist;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the source answered to one {@link Step}.
 *
 * @param artists that a search found, and those of the albums where the source says more of them than the name
 * @param albums may be empty though more follow
 * @param withoutImage albums that were passed over because they have none
 * @param albumsByArtist whether the artists' albums are still to be asked for, by {@link Step.AlbumsOf}
 * @param total how many entries the whole list has, as the source counts them
 * @param next cursor of the next part; null where this was the last that the source gives
 */
public record Listing(
        List<Artist> artists,
        List<Album> albums,
        int withoutImage,
        boolean albumsByArtist,
        int total,
        @Nullable String next) {
    public Listing {
        artists = List.copyOf(artists);
        albums = List.copyOf(albums);
    }
}
