package ai.fomo.activities.evaluation;

import ai.fomo.activities.training.Labelled;
import ai.fomo.activities.training.LabelledFeatures;
import ai.fomo.domain.evaluation.Calibration;
import ai.fomo.domain.evaluation.CalibrationFit;
import ai.fomo.domain.evaluation.DecisionRule;
import ai.fomo.domain.evaluation.ThresholdSelection;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.learning.model.ModelFile;
import ai.fomo.learning.model.SafeTensors;
import ai.fomo.learning.training.Head;
import java.util.List;

/** Makes a trained head a model: calibration first, then thresholds on the calibrated probabilities. */
final class CalibratedModel {
    private CalibratedModel() {}

    /** @param validation that calibration and thresholds are chosen on, and nothing else */
    static ModelFile of(
            SafeTensors head,
            EncoderId encoder,
            List<String> classes,
            TrainingConfiguration configuration,
            List<Labelled> validation) {
        double[][] logits = Head.of(head).logits(LabelledFeatures.rows(validation, encoder.dimension()));
        Calibration calibration = CalibrationFit.fit(logits, truths(validation, classes.size()));
        DecisionRule rule =
                ThresholdSelection.choose(Scoring.score(classes, validation, calibration.probabilities(logits)));
        return new ModelFile(encoder, classes, calibration, rule, configuration, head);
    }

    private static boolean[][] truths(List<Labelled> items, int classes) {
        boolean[][] truths = new boolean[items.size()][classes];
        for (int i = 0; i < truths.length; i++) {
            for (int genre : items.get(i).item().classes()) {
                truths[i][genre] = true;
            }
        }
        return truths;
    }
}
