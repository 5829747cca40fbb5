package ai.fomo.worker.view;

import ai.fomo.domain.evaluation.Calibration;
import ai.fomo.learning.model.ModelFile;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model says in its own file about serving.
 *
 * @param calibrated false in models of earlier versions, whose scores are served as they come
 */
public record ModelFileDocument(boolean calibrated, List<GenrePart> genres) {
    /**
     * @param threshold from which probability on the genre is named
     * @param slope of the calibration, on logits
     * @param intercept likewise
     */
    public record GenrePart(String genre, double threshold, double slope, double intercept) {}

    public static ModelFileDocument of(ModelFile model) {
        Calibration calibration = model.calibration();
        List<GenrePart> genres = new ArrayList<>();
        for (int c = 0; c < model.classes().size(); c++) {
            genres.add(new GenrePart(
                    model.classes().get(c),
                    model.rule().thresholds().get(c),
                    calibration.slopes().get(c),
                    calibration.intercepts().get(c)));
        }
        return new ModelFileDocument(
                !calibration.equals(Calibration.identity(model.classes().size())), List.copyOf(genres));
    }
}
