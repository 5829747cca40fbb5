package ai.fomo.workflows.poster;

import io.temporal.activity.ActivityInterface;

/** What a poster needs around its classification. */
@ActivityInterface
public interface PosterActivities {
    /** Fetches, validates and stores a poster, and resolves which model will answer. */
    PosterIntake takeIn(PosterRequest request);

    /** Records a classification; the same one is recorded once. */
    void record(PosterResult result);
}
