package ai.fomo.worker.view;

import ai.fomo.learning.model.ModelFile;
import java.util.ArrayList;
import java.util.List;

/** What a model says in its own file about serving: per genre, from which probability on it is named. */
public record ModelFileDocument(List<GenrePart> genres) {
    public record GenrePart(String genre, double threshold) {}

    public static ModelFileDocument of(ModelFile model) {
        List<GenrePart> genres = new ArrayList<>();
        for (int c = 0; c < model.classes().size(); c++) {
            genres.add(new GenrePart(
                    model.classes().get(c), model.rule().thresholds().get(c)));
        }
        return new ModelFileDocument(List.copyOf(genres));
    }
}
