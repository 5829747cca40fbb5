package ai.fomo.domain.dataset;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.genre.Labelling;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An immutable selection of covers with their classes and splits.
 *
 * @param digest of its manifest, and so its identity
 * @param name the source it was built from
 * @param seed of the split
 * @param classes in the order of a model's outputs
 * @param subset null where it holds all that the source has
 */
public record Dataset(
        Sha256 digest,
        String name,
        Labelling labelling,
        long seed,
        List<String> classes,
        SplitCounts splits,
        @Nullable SubsetOf subset) {
    public Dataset {
        classes = List.copyOf(classes);
    }

    /** A whole dataset. */
    public Dataset(
            Sha256 digest, String name, Labelling labelling, long seed, List<String> classes, SplitCounts splits) {
        this(digest, name, labelling, seed, classes, splits, null);
    }
}
