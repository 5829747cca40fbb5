package ai.fomo.workflows.retrain;

import org.jspecify.annotations.Nullable;

/** @param images for the stages that are counted in images; null for the others */
public record StageTime(double seconds, @Nullable Integer images) {}
