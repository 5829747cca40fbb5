package ai.fomo.worker.demo;

import ai.fomo.domain.poster.Classification;
import ai.fomo.worker.view.RetrainDocument;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * What {@code fomo demo --json} prints.
 *
 * @param synthetic always true: no image of the demo is a real one
 */
public record DemoDocument(boolean synthetic, RetrainDocument retrain, List<PosterPart> posters) {
    public DemoDocument {
        posters = List.copyOf(posters);
    }

    /** @param played the genres that the poster was drawn for */
    public record PosterPart(
            String file, List<String> played, @JsonUnwrapped Classification classification) {}
}
