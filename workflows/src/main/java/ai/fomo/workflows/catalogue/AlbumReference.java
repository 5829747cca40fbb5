package ai.fomo.workflows.catalogue;

import java.util.List;

/**
 * An album whose cover is not there yet.
 *
 * @param album the source's own id
 * @param classes that the cover would have
 */
public record AlbumReference(String album, List<String> classes) {
    public AlbumReference {
        classes = List.copyOf(classes);
    }
}
