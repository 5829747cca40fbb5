package ai.fomo.activities.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.learning.feature.ProvidedWeights;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.feature.WeightsRow;
import ai.fomo.storage.feature.WeightsStore;
import java.util.Optional;

/** The weights that were fetched into this platform. */
public final class StoredWeights implements ProvidedWeights {
    private final WeightsStore weights;
    private final BlobStore blobs;

    public StoredWeights(WeightsStore weights, BlobStore blobs) {
        this.weights = weights;
        this.blobs = blobs;
    }

    @Override
    public Optional<Sha256> newest(String name) {
        return weights.newest(name).map(WeightsRow::digest);
    }

    @Override
    public byte[] read(Sha256 digest) {
        return blobs.get(BlobKind.WEIGHTS, digest);
    }
}
