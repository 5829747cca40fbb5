package ai.fomo.workflows.catalogue;

import io.temporal.activity.ActivityInterface;

/** Fetches images of an outside source, on the task queue of its covers. */
@ActivityInterface
public interface CoverActivities {
    /**
     * Fetches, checks and stores one cover by one request; by none where it is there already. What cannot be used is
     * recorded and comes back as {@link CoverResult.Refused}.
     */
    CoverResult fetchCover(CoverRequest request);
}
