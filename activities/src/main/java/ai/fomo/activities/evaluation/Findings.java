package ai.fomo.activities.evaluation;

import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.TrainingOverlap;
import ai.fomo.domain.evaluation.UnderServed;
import java.util.ArrayList;
import java.util.List;

/** What a person should know of an evaluation before deciding, one sentence each. */
final class Findings {
    private Findings() {}

    static List<String> of(Evaluation evaluation) {
        List<String> findings = new ArrayList<>();
        TrainingOverlap overlap = evaluation.source().overlap();
        if (overlap.images() > 0 || overlap.copies() > 0) {
            findings.add("the model was trained on " + overlap.images() + " of the judged images and on copies of "
                    + overlap.copies() + " others: its figures flatter it");
        }
        evaluation.underServed().stream().map(UnderServed::sentence).forEach(findings::add);
        return findings;
    }
}
