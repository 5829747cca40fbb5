package ai.fomo.activities.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.FeatureIndex;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.learning.feature.FeatureRow;
import ai.fomo.learning.feature.FeatureRows;
import ai.fomo.learning.feature.FeatureShard;
import ai.fomo.storage.blob.ShardCache;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the features that a manifest points to, each shard once, from mapped files: they need not fit in memory. */
public final class FeatureReader {
    private static final Logger LOG = LoggerFactory.getLogger(FeatureReader.class);

    private final ShardCache cache;

    public FeatureReader(ShardCache cache) {
        this.cache = cache;
    }

    /** Feature vectors by image; an image that had gone bad has none. */
    public Map<Sha256, FeatureRow> read(FeatureManifest manifest) {
        OpenedFiles files = new OpenedFiles(cache);
        FeatureIndex index = FeatureIndex.parse(bytes(files.open(manifest.blob())));
        Map<Sha256, FeatureRows> shards = new HashMap<>();
        Map<Sha256, FeatureRow> rows = new HashMap<>();
        index.locations().forEach((image, location) -> {
            FeatureRows shard =
                    shards.computeIfAbsent(location.shard(), digest -> FeatureShard.open(files.open(digest)));
            rows.put(image, shard.rows().get(location.row()));
        });
        LOG.info("features {}: {}", manifest.blob().abbreviated(), files.inWords());
        return rows;
    }

    private static byte[] bytes(ByteBuffer content) {
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return bytes;
    }
}
