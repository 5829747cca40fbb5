package ai.fomo.domain.dataset;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Thumbnail;
import java.util.Collection;
import java.util.Map;

/** Where the thumbnails of candidates come from: too many to hold them all. */
public interface Thumbnails {
    /** Of each of the images, by image; an image without one is left out, and then has no duplicate. */
    Map<Sha256, Thumbnail> of(Collection<Sha256> images);
}
