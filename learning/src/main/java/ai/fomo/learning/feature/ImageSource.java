package ai.fomo.learning.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.learning.image.UnusableImageException;
import java.io.IOException;

/** Where images are fetched from; called from several threads at once. */
@FunctionalInterface
public interface ImageSource {
    /**
     * @throws IOException where it cannot be fetched now, which ends an extraction
     * @throws UnusableImageException where it never can be, which leaves it out
     */
    byte[] fetch(Sha256 image) throws IOException, UnusableImageException;
}
