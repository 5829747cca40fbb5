package ai.fomo.workflows.dataset;

/** @param seed decides which group goes to which split */
public record DatasetBuildRequest(String source, long seed) {}
