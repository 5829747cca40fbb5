package ai.fomo.activities.evaluation;

import ai.fomo.activities.training.Labelled;
import ai.fomo.activities.training.LabelledFeatures;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.ScoredItem;
import ai.fomo.domain.evaluation.ScoredItems;
import ai.fomo.learning.model.ModelFile;
import ai.fomo.learning.training.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts the scores of a head beside the truth. */
final class Scoring {
    private Scoring() {}

    /** What a model says of each item, as it is kept and judged: rounded to float32. */
    static ScoreSheet sheet(ModelFile model, List<Labelled> items) {
        double[][] probabilities = Head.load(model.headWeights()).probabilities(LabelledFeatures.rows(items));
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

    static ScoredItems score(byte[] headWeights, List<String> classes, List<Labelled> items) {
        double[][] probabilities = Head.load(headWeights).probabilities(LabelledFeatures.rows(items));
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
