package ai.fomo.worker.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.EncoderId;
import java.util.List;

/**
 * What reading all features of a dataset came to.
 *
 * @param dataset its name
 */
public record VerifiedFeatures(String dataset, Sha256 digest, List<OfEncoder> encoders) {
    public VerifiedFeatures {
        encoders = List.copyOf(encoders);
    }

    /** Whether every shard is there and is what it should be. */
    public boolean intact() {
        return encoders.stream().allMatch(encoder -> encoder.unreadable().isEmpty());
    }

    /**
     * @param images of the dataset whose features were looked for
     * @param shards that were read
     * @param dropped images, of whichever dataset, that the next extraction computes because of this
     */
    public record OfEncoder(EncoderId encoder, int images, int shards, List<Unreadable> unreadable, int dropped) {
        public OfEncoder {
            unreadable = List.copyOf(unreadable);
        }
    }

    /** @param images of the dataset that are without features by it */
    public record Unreadable(Sha256 shard, State state, int images, String reason) {}

    /** What is wrong with a shard. */
    public enum State {
        MISSING,
        /** Its content is not what its name says, or is no shard of this encoder. */
        DAMAGED
    }
}
