package ai.fomo.domain.evaluation;

import java.util.List;

/** Finds out what figures alone do not show. */
public final class EvaluationDetails {
    private EvaluationDetails() {}

    public static EvaluationDetail of(Contender model) {
        return new EvaluationDetail(List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
