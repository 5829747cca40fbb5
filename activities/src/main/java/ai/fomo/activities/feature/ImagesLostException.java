package ai.fomo.activities.feature;

import ai.fomo.domain.Sha256;

/** So many images of a dataset cannot be read from S3 that leaving them out would be wrong. */
public final class ImagesLostException extends RuntimeException {
    /** @param why of one of them */
    ImagesLostException(Sha256 dataset, int lost, int images, String why) {
        super(lost + " of the " + images + " images of dataset " + dataset.abbreviated()
                + " are missing or damaged, too many to leave out: " + why
                + "; check that S3 holds this platform's data, or import the images again");
    }
}
