package ai.fomo.workflows.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * Which model is judged again, and on what.
 *
 * @param model version
 * @param dataset name of the source whose test images judge it; null for the very dataset that it was trained on
 * @param posters name of a source of labelled posters that judge it too; null for none
 */
public record EvaluationInput(
        int model, @Nullable String dataset, @Nullable String posters) {}
