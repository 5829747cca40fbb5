package ai.fomo.activities.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.FeatureIndex;
import ai.fomo.domain.feature.FeatureLocation;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.learning.feature.FeatureRow;
import ai.fomo.learning.feature.FeatureRows;
import ai.fomo.storage.blob.BlobDamagedException;
import ai.fomo.storage.blob.BlobMissingException;
import ai.fomo.storage.blob.ShardCache;
import ai.fomo.storage.feature.FeatureRepairStore;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the features that a manifest points to, each shard once, from mapped files: they need not fit in memory. */
public final class FeatureReader {
    private static final Logger LOG = LoggerFactory.getLogger(FeatureReader.class);

    private final ShardCache cache;
    private final FeatureRepairStore repairs;

    public FeatureReader(ShardCache cache, FeatureRepairStore repairs) {
        this.cache = cache;
        this.repairs = repairs;
    }

    /**
     * Feature vectors by image; an image that had gone bad has none.
     *
     * @throws FeaturesLostException where something cannot be read; all such shards are out of the index then
     */
    public Map<Sha256, FeatureRow> read(FeatureManifest manifest) {
        OpenedFiles files = new OpenedFiles(cache);
        Map<Sha256, FeatureLocation> locations = locations(manifest, files);
        Map<Sha256, Integer> heights = new TreeMap<>();
        locations.values().forEach(location -> heights.merge(location.shard(), location.row() + 1, Math::max));
        Map<Sha256, FeatureRows> shards = new HashMap<>();
        Map<Sha256, String> lost = new TreeMap<>();
        // Of what is lost all is found at once: one extraction mends it.
        heights.forEach((shard, height) -> {
            try {
                shards.put(
                        shard,
                        ShardRows.open(files.open(shard), manifest.encoder().dimension(), height));
            } catch (BlobMissingException | BlobDamagedException | IllegalArgumentException e) {
                lost.put(shard, String.valueOf(e.getMessage()));
            }
        });
        if (!lost.isEmpty()) {
            repairs.drop(manifest.encoder(), lost);
            throw FeaturesLostException.shards(manifest, lost);
        }
        Map<Sha256, FeatureRow> rows = new HashMap<>();
        locations.forEach((image, location) -> {
            FeatureRows shard = shards.get(location.shard());
            if (shard != null) {
                rows.put(image, shard.rows().get(location.row()));
            }
        });
        LOG.info("features {}: {}", manifest.blob().abbreviated(), files.inWords());
        return rows;
    }

    private static Map<Sha256, FeatureLocation> locations(FeatureManifest manifest, OpenedFiles files) {
        try {
            return FeatureIndex.parse(bytes(files.open(manifest.blob()))).locations();
        } catch (BlobMissingException | BlobDamagedException e) {
            throw FeaturesLostException.manifest(manifest, String.valueOf(e.getMessage()));
        }
    }

    private static byte[] bytes(ByteBuffer content) {
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return bytes;
    }
}
