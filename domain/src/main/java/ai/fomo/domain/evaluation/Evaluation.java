package ai.fomo.domain.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model judged on test items, with what the judgement rests on.
 *
 * @param format of this record, {@link #FORMAT}
 * @param posters labelled posters, judged apart: they are what the model is for, and not what it was trained on; null where
 *     there were none
 * @param slices of test items and posters together
 * @param underServed genres that the model does not do justice to, on test items
 * @param detail of the test items
 */
public record Evaluation(
        int format,
        EvaluationSource source,
        Judgement test,
        @Nullable Judgement posters,
        List<SliceFigures> slices,
        List<UnderServed> underServed,
        EvaluationDetail detail) {
    /** Raised whenever equal inputs would give other figures. */
    public static final int FORMAT = 2;

    public Evaluation {
        slices = List.copyOf(slices);
        underServed = List.copyOf(underServed);
    }
}
