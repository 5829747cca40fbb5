package ai.fomo.activities.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.FeatureManifest;
import java.util.Map;

/** Features are not where they are said to be, and nothing says so any more: the next extraction computes them. */
public final class FeaturesLostException extends RuntimeException {
    private FeaturesLostException(String message) {
        super(message);
    }

    /** @param lost why each shard cannot be read; at least one */
    public static FeaturesLostException shards(FeatureManifest manifest, Map<Sha256, String> lost) {
        Map.Entry<Sha256, String> first = lost.entrySet().iterator().next();
        return new FeaturesLostException(
                lost.size() + (lost.size() == 1 ? " shard" : " shards") + " of the features of dataset "
                        + manifest.dataset().abbreviated() + " cannot be read, such as "
                        + first.getKey().abbreviated() + " ("
                        + first.getValue() + "); the next extraction computes them again");
    }

    /** @param why it cannot be read */
    public static FeaturesLostException manifest(FeatureManifest manifest, String why) {
        return new FeaturesLostException("the manifest of the features of dataset "
                + manifest.dataset().abbreviated() + " cannot be read (" + why
                + "); the next extraction writes it again");
    }

    /** @param images that have lost their features since the extraction began */
    public static FeaturesLostException meanwhile(Sha256 dataset, int images) {
        return new FeaturesLostException(images + " images of dataset " + dataset.abbreviated()
                + " have lost their features while others were extracted; the next extraction computes them again");
    }
}
