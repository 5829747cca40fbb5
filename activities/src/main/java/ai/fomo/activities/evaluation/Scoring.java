package ai.fomo.activities.evaluation;

import ai.fomo.activities.training.Labelled;
import ai.fomo.activities.training.LabelledFeatures;
import ai.fomo.domain.evaluation.ScoredItem;
import ai.fomo.domain.evaluation.ScoredItems;
import ai.fomo.learning.training.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Puts the scores of a head beside the truth. */
final class Scoring {
    private Scoring() {}

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
