package ai.fomo.activities.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lists that shards are cut from, each fetched once by a process and not once a shard: at a million images that is 65 MB
 * every time, more than the features of the shard.
 */
final class PlannedImages {
    /** Two extractions may take turns. */
    private static final int KEPT = 2;

    private final BlobStore blobs;
    private final Map<Sha256, byte[]> lists = new LinkedHashMap<>(KEPT, 1, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Sha256, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    PlannedImages(BlobStore blobs) {
        this.blobs = blobs;
    }

    /** @return those of [from, to), or what there is of them */
    List<Sha256> read(Sha256 list, int from, int to) {
        return ImageList.parse(bytes(list), from, to);
    }

    /** Whoever comes while it is fetched waits for it. */
    private synchronized byte[] bytes(Sha256 list) {
        byte[] bytes = lists.get(list);
        if (bytes == null) {
            bytes = blobs.get(BlobKind.FEATURES, list);
            lists.put(list, bytes);
        }
        return bytes;
    }
}
