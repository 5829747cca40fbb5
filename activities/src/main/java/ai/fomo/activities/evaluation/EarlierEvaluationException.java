package ai.fomo.activities.evaluation;

import ai.fomo.domain.RunId;
import org.jspecify.annotations.Nullable;

/** An evaluation that an earlier version recorded in another form. The message says what to do, in one sentence. */
public final class EarlierEvaluationException extends RuntimeException {
    /** @param model version of the judged model; null where it is not known */
    public EarlierEvaluationException(RunId run, @Nullable Integer model) {
        super("the evaluation of run " + run
                + " was recorded by an earlier version; judge the model again with: fomo evaluate" + " --model "
                + (model == null ? "VERSION --again, where fomo models lists the versions" : model + " --again"));
    }
}
