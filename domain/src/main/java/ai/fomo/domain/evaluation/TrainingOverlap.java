package ai.fomo.domain.evaluation;

import ai.fomo.domain.Sha256;
import java.util.List;

/**
 * What of the judged items the model, or one that it descends from, has been trained on or tuned with.
 *
 * @param ancestors datasets whose training and validation items were looked at
 * @param images judged items that are among them
 * @param copies judged items with a copy of the same picture among them
 * @param groups groups of judged items, an artist each, that have other items among them
 * @param examples some of the images and copies
 */
public record TrainingOverlap(List<Sha256> ancestors, int images, int copies, int groups, List<Sha256> examples) {
    public TrainingOverlap {
        ancestors = List.copyOf(ancestors);
        examples = List.copyOf(examples);
    }
}
