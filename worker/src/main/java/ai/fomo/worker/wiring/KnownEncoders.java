package ai.fomo.worker.wiring;

import ai.fomo.activities.feature.StoredWeights;
import ai.fomo.learning.feature.Encoders;
import ai.fomo.learning.training.Device;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.feature.WeightsStore;
import org.jdbi.v3.core.Jdbi;

/** The encoders of a platform, those with weights that were fetched into it among them. */
public final class KnownEncoders {
    private KnownEncoders() {}

    /** For a command, which trains nothing. */
    public static Encoders over(Jdbi jdbi, BlobStore blobs) {
        return over(jdbi, blobs, Device.CPU);
    }

    static Encoders over(Jdbi jdbi, BlobStore blobs, Device device) {
        return new Encoders(new StoredWeights(new WeightsStore(jdbi), blobs), device);
    }
}
