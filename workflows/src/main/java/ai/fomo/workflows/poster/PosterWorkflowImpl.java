package ai.fomo.workflows.poster;

import ai.fomo.domain.poster.Classification;

/** Taken in, classified by the model that was resolved then, recorded. */
public final class PosterWorkflowImpl implements PosterWorkflow {
    private final PosterActivities posters = PosterStubs.posters();
    private final ClassifyPosterActivity classifier = PosterStubs.classifier();

    @Override
    public PosterResult classify(PosterRequest request) {
        PosterIntake intake = posters.takeIn(request);
        Classification classification = classifier.classify(new ClassifyPosterRequest(
                PosterReference.stored(intake.poster()),
                request.title(),
                request.description(),
                request.tags(),
                // The version, not "champion": a promotion in between must not change which model answers.
                String.valueOf(intake.model().version())));
        PosterResult result = new PosterResult(classification);
        posters.record(result);
        return result;
    }
}
