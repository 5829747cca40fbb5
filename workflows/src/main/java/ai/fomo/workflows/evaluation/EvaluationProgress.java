package ai.fomo.workflows.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * Where an evaluation stands.
 *
 * @param detail as a phrase
 * @param features id of the child workflow that extracts features, and has a progress of its own; null where none does
 */
public record EvaluationProgress(String detail, @Nullable String features) {}
