package ai.fomo.sources.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param albums may be empty though more pages follow
 * @param withoutImage albums that were passed over because they have none
 * @param next cursor of the next page; null where this was the last
 */
public record AlbumPage(
        List<Album> albums, int withoutImage, @Nullable String next) {
    public AlbumPage {
        albums = List.copyOf(albums);
    }
}
