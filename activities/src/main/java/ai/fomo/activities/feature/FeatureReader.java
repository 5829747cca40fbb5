package ai.fomo.activities.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.FeatureIndex;
import ai.fomo.domain.feature.FeatureLocation;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.learning.feature.FeatureShard;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobStore;
import java.util.HashMap;
import java.util.Map;

/** Reads the features that a manifest points to, each shard once. */
public final class FeatureReader {
    private final BlobStore blobs;

    public FeatureReader(BlobStore blobs) {
        this.blobs = blobs;
    }

    /** Feature vectors by image; an image that had gone bad has none. */
    public Map<Sha256, float[]> read(FeatureManifest manifest) {
        return read(FeatureIndex.parse(blobs.get(BlobKind.FEATURES, manifest.blob()))
                .locations());
    }

    /** Feature vectors at these places. */
    public Map<Sha256, float[]> read(Map<Sha256, FeatureLocation> locations) {
        Map<Sha256, float[][]> shards = new HashMap<>();
        Map<Sha256, float[]> rows = new HashMap<>();
        locations.forEach((image, location) -> {
            float[][] shard = shards.computeIfAbsent(
                    location.shard(), digest -> FeatureShard.unpack(blobs.get(BlobKind.FEATURES, digest)));
            rows.put(image, shard[location.row()]);
        });
        return rows;
    }
}
