package ai.fomo.workflows.dataset;

import io.temporal.activity.ActivityInterface;

/** From covers and source labels to an immutable dataset. */
@ActivityInterface
public interface DatasetActivities {
    /** Applies the source's labelling to every cover of it. Changes nothing: mapping is a pure function of rows and map. */
    GenreMappingResult mapGenres(GenreMappingRequest request);

    /**
     * Makes the fingerprints that covers of earlier versions lack, and that near copies are found by. What was made stays
     * made, so that a retry goes on.
     */
    FingerprintResult fingerprintCovers(FingerprintRequest request);

    /** Selects, splits and writes the manifest and its rows. The same rows and request give the same digest. */
    DatasetBuildResult buildDataset(DatasetBuildRequest request);
}
