package ai.fomo.domain.registry;

import org.jspecify.annotations.Nullable;

/** What came of an attempt to make a model the champion. */
public sealed interface PromotionOutcome {
    /** @param number position in the history, counted from 1 without gaps */
    record Promoted(int number, ModelVersion champion) implements PromotionOutcome {}

    /** Another model became the champion after this one was judged. */
    record Superseded(@Nullable ModelVersion champion) implements PromotionOutcome {}
}
