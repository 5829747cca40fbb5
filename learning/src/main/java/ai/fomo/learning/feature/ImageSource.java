package ai.fomo.learning.feature;

import ai.fomo.domain.Sha256;
import java.io.IOException;

/** Where images are fetched from; called from several threads at once. */
@FunctionalInterface
public interface ImageSource {
    byte[] fetch(Sha256 image) throws IOException;
}
