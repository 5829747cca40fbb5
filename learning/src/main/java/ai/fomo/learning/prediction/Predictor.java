package ai.fomo.learning.prediction;

import ai.fomo.learning.feature.FeatureRows;
import ai.fomo.learning.model.ModelFile;
import ai.fomo.learning.model.NotAModelFileException;
import ai.fomo.learning.training.Head;

/** A model ready to be asked. The only way from features to probabilities. Safe for use by several threads. */
public final class Predictor {
    private final ModelFile model;
    private final Head head;

    private Predictor(ModelFile model, Head head) {
        this.model = model;
        this.head = head;
    }

    /** @throws NotAModelFileException if the model's head is none, or does not fit its encoder and classes */
    public static Predictor of(ModelFile model) {
        Head head = Head.of(model.head());
        if (head.features() != model.encoder().dimension()
                || head.classes() != model.classes().size()) {
            throw new NotAModelFileException("a head from " + head.features() + " features to " + head.classes()
                    + " classes does not fit an encoder of " + model.encoder().dimension() + " and "
                    + model.classes().size() + " classes");
        }
        return new Predictor(model, head);
    }

    public ModelFile model() {
        return model;
    }

    public Head head() {
        return head;
    }

    /** The same as {@link #probabilities(float[][])}, of rows that need not fit in memory. */
    public double[][] probabilities(FeatureRows features) {
        return model.calibration().probabilities(head.logits(features));
    }

    /**
     * @param features rows of the model's encoder, through float16 as those that it was trained and judged on
     * @return per row a calibrated probability for each of the model's classes
     */
    public double[][] probabilities(float[][] features) {
        return model.calibration().probabilities(head.logits(features));
    }
}
