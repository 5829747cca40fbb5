package ai.fomo.sources.catalogue;

import ai.fomo.domain.catalogue.SourceLabel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An album as the catalogue lists it.
 *
 * @param id the catalogue's own, unique within it
 * @param artistId of the primary artist
 * @param tags of the album itself; those of its artist come with the artist
 * @param imageUrl of the widest image there is
 * @param width of that image in pixels; null where the catalogue does not say
 */
public record Album(
        String id,
        String name,
        String artistId,
        String artistName,
        List<SourceLabel> tags,
        String imageUrl,
        @Nullable Integer width) {
    private static final String NOBODY_IN_PARTICULAR = "Various Artists";

    public Album {
        tags = List.copyOf(tags);
    }

    /** What must not straddle a split: the primary artist, or the album alone where that is everybody. */
    public String group() {
        return artistName.equalsIgnoreCase(NOBODY_IN_PARTICULAR) ? "album:" + id : "artist:" + artistId;
    }
}
