package ai.fomo.activities.evaluation;

import ai.fomo.activities.training.Labelled;
import ai.fomo.activities.training.LabelledFeatures;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.ScoredItem;
import ai.fomo.domain.evaluation.ScoredItems;
import ai.fomo.learning.model.ModelFile;
import ai.fomo.learning.prediction.Predictor;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts what a model says of items beside the truth. */
final class Scoring {
    private Scoring() {}

    /** What a model says of each item, as it is kept and judged: calibrated as it is served, rounded to float32. */
    static ScoreSheet sheet(ModelFile model, List<Labelled> items) {
        double[][] probabilities = Predictor.of(model)
                .probabilities(LabelledFeatures.rows(items, model.encoder().dimension()));
        SortedMap<Sha256, float[]> scores = new TreeMap<>();
        for (int i = 0; i < probabilities.length; i++) {
            float[] row = new float[probabilities[i].length];
            for (int c = 0; c < row.length; c++) {
                row[c] = (float) probabilities[i][c];
            }
            scores.put(items.get(i).item().image(), row);
        }
        return new ScoreSheet(model.classes(), scores);
    }

    /** @param probabilities per item, one per class */
    static ScoredItems score(List<String> classes, List<Labelled> items, double[][] probabilities) {
        List<ScoredItem> scored = new ArrayList<>(items.size());
        for (int i = 0; i < probabilities.length; i++) {
            scored.add(new ScoredItem(
                    items.get(i).item().image(),
                    items.get(i).item().group(),
                    new TreeSet<>(items.get(i).item().classes()),
                    probabilities[i],
                    List.of()));
        }
        return new ScoredItems(classes, scored);
    }
}
