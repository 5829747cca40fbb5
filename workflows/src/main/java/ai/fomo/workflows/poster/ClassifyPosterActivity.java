package ai.fomo.workflows.poster;

import ai.fomo.domain.poster.Classification;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The contract with other teams' workflows: activity type {@code ClassifyPoster} on {@code fomo-classify}. */
@ActivityInterface
public interface ClassifyPosterActivity {
    @ActivityMethod(name = "ClassifyPoster")
    Classification classify(ClassifyPosterRequest request);
}
