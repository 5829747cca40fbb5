package ai.fomo.domain.catalogue;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Split;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An image with what its source says of it.
 *
 * @param externalId the source's own name for it: a file name, an album id
 * @param group what must not straddle a split, the primary artist as a rule; the image's digest where nothing is known
 * @param givenSplit the split that the source prescribes; null where it does not
 */
public record Cover(
        Sha256 image,
        String source,
        String externalId,
        String group,
        @Nullable Split givenSplit,
        int width,
        int height,
        List<SourceLabel> labels) {
    public Cover {
        labels = List.copyOf(labels);
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("an image has at least one pixel, was " + width + " x " + height);
        }
    }
}
