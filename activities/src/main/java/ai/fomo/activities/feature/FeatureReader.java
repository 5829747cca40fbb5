package ai.fomo.activities.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.FeatureIndex;
import ai.fomo.domain.feature.FeatureLocation;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.learning.feature.FeatureRow;
import ai.fomo.learning.feature.FeatureRows;
import ai.fomo.learning.feature.FeatureShard;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.blob.ScratchDirectory;
import java.util.HashMap;
import java.util.Map;

/** Reads the features that a manifest points to, each shard once, into mapped files: they need not fit in memory. */
public final class FeatureReader {
    private final BlobStore blobs;
    private final ScratchDirectory scratch;

    public FeatureReader(BlobStore blobs, ScratchDirectory scratch) {
        this.blobs = blobs;
        this.scratch = scratch;
    }

    /** Feature vectors by image; an image that had gone bad has none. */
    public Map<Sha256, FeatureRow> read(FeatureManifest manifest) {
        return read(FeatureIndex.parse(blobs.get(BlobKind.FEATURES, manifest.blob()))
                .locations());
    }

    /** Feature vectors at these places. */
    private Map<Sha256, FeatureRow> read(Map<Sha256, FeatureLocation> locations) {
        Map<Sha256, FeatureRows> shards = new HashMap<>();
        Map<Sha256, FeatureRow> rows = new HashMap<>();
        locations.forEach((image, location) -> {
            FeatureRows shard = shards.computeIfAbsent(
                    location.shard(), digest -> FeatureShard.open(scratch.map(blobs, BlobKind.FEATURES, digest)));
            rows.put(image, shard.rows().get(location.row()));
        });
        return rows;
    }
}
