package ai.fomo.domain.evaluation;

import java.util.List;

/** Finds the genres that a model does not do justice to. */
public final class UnderServedGenres {
    private UnderServedGenres() {}

    public static List<UnderServed> of(Judgement judgement) {
        return List.of();
    }
}
