package ai.fomo.domain.dataset;

import ai.fomo.domain.Sha256;
import java.util.Map;
import java.util.Optional;

/**
 * Where earlier datasets put groups and images. They must stay there, or a champion is tested on what it has seen.
 *
 * @param byKey names of groups, and digests of images; not copied, and not to be written to
 */
public record RememberedSplits(Map<String, Split> byKey) {
    public static RememberedSplits none() {
        return new RememberedSplits(Map.of());
    }

    Optional<Split> ofGroup(String group) {
        return Optional.ofNullable(byKey.get(group));
    }

    Optional<Split> ofImage(Sha256 image) {
        return Optional.ofNullable(byKey.get(image.hex()));
    }
}
