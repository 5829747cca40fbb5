package ai.fomo.activities.poster;

import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.storage.poster.ClassificationStore;
import ai.fomo.workflows.poster.PosterActivities;
import ai.fomo.workflows.poster.PosterIntake;
import ai.fomo.workflows.poster.PosterRequest;
import ai.fomo.workflows.poster.PosterResult;

/** {@inheritDoc} */
public final class PosterActivitiesImpl implements PosterActivities {
    private final Posters posters;
    private final ServedModels models;
    private final ClassificationStore classifications;

    public PosterActivitiesImpl(Posters posters, ServedModels models, ClassificationStore classifications) {
        this.posters = posters;
        this.models = models;
        this.classifications = classifications;
    }

    @Override
    public PosterIntake takeIn(PosterRequest request) {
        // First, so that without a model no poster is stored for nothing.
        ModelVersion model = models.resolve(request.model());
        return new PosterIntake(posters.takeIn(request.poster()).digest(), model);
    }

    @Override
    public void record(PosterResult result) {
        classifications.record(result.classification());
    }
}
