package ai.fomo.domain.dataset;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.genre.Labelling;
import java.util.List;

/**
 * An immutable selection of covers with their classes and splits.
 *
 * @param digest of its manifest, and so its identity
 * @param name the source it was built from
 * @param classes in the order of a model's outputs
 */
public record Dataset(
        Sha256 digest, String name, Labelling labelling, long seed, List<String> classes, SplitCounts splits) {
    public Dataset {
        classes = List.copyOf(classes);
    }
}
