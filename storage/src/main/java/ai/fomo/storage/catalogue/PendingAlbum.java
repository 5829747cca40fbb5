package ai.fomo.storage.catalogue;

import java.util.List;

/**
 * An album whose cover is still to be fetched.
 *
 * @param id the source's own
 * @param classes that its cover would have
 */
public record PendingAlbum(String id, List<String> classes) {
    public PendingAlbum {
        classes = List.copyOf(classes);
    }
}
