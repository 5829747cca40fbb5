package ai.fomo.workflows.poster;

import ai.fomo.domain.poster.Classification;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.workflows.Samples;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A poster's activities, noting what they were asked. */
public final class RecordingPosters implements PosterActivities, ClassifyPosterActivity {
    public final List<String> calls = new CopyOnWriteArrayList<>();

    @Override
    public PosterIntake takeIn(PosterRequest request) {
        calls.add("takeIn");
        return new PosterIntake(Samples.digest("poster"), new ModelVersion(4, Samples.digest("model")));
    }

    @Override
    public Classification classify(ClassifyPosterRequest request) {
        calls.add("classify with " + request.model() + ": " + request.poster().sha256() + ", " + request.title());
        return Samples.classification(Samples.digest("poster"), 4);
    }

    @Override
    public void record(PosterResult result) {
        calls.add("record " + result.classification().genres().get(0).genre());
    }
}
