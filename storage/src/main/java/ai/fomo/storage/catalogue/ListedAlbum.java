package ai.fomo.storage.catalogue;

import ai.fomo.domain.catalogue.SourceLabel;
import java.util.List;

/**
 * An album as an outside source listed it.
 *
 * @param id the source's own, unique within it
 * @param artistId of the primary artist
 * @param group what must not straddle a split
 * @param tags of the album itself
 */
public record ListedAlbum(
        String id,
        String name,
        String artistId,
        String artistName,
        String group,
        List<SourceLabel> tags,
        String imageUrl) {
    public ListedAlbum {
        tags = List.copyOf(tags);
    }
}
