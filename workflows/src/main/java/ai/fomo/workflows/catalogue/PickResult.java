package ai.fomo.workflows.catalogue;

import java.util.List;

/** @param albums that were listed and neither fetched nor refused, first found first */
public record PickResult(List<AlbumReference> albums) {
    public PickResult {
        albums = List.copyOf(albums);
    }
}
