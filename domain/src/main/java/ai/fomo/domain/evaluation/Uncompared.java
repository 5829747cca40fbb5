package ai.fomo.domain.evaluation;

import ai.fomo.domain.registry.ModelVersion;
import java.util.Locale;
import java.util.Map;

/**
 * Why a model was not compared with the champion. It is no reason to refuse: a platform that changes its taxonomy or its encoder
 * could never promote again. A person has to look instead.
 *
 * @param clause in lower case, without a full stop
 * @param inputs the champion's version, where there is one
 */
record Uncompared(String clause, Map<String, Double> inputs) {
    /** Of an evaluation with a judgement that has no comparison. */
    static Uncompared of(Evaluation evaluation) {
        ModelVersion champion = evaluation.source().champion();
        if (champion == null) {
            return new Uncompared("there is no champion to compare with", Map.of());
        }
        Map<String, Double> inputs = Map.of("champion", (double) champion.version());
        if (champion.equals(evaluation.source().model())) {
            return new Uncompared("the model is the champion itself", inputs);
        }
        return new Uncompared(
                "the champion, model " + champion.version()
                        + ", answers in other classes or takes other features, so it was"
                        + " not compared with; look at both before you approve",
                inputs);
    }

    Finding asFinding() {
        return new Finding(true, clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1), inputs);
    }
}
