package ai.fomo.workflows.feature;

/** @param total images without features when the extraction began */
public record FeatureProgress(int done, int total) {}
