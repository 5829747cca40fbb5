package ai.fomo.storage.dataset;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Split;
import java.util.List;

/**
 * Where an item of a dataset comes from.
 *
 * @param covers what its source calls the covers that show this image; empty where the source has none
 */
public record ItemOrigin(Sha256 image, Split split, List<String> covers) {
    public ItemOrigin {
        covers = List.copyOf(covers);
    }
}
