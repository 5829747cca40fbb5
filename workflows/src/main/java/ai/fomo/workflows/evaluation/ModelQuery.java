package ai.fomo.workflows.evaluation;

/** @param version of the model that is meant */
public record ModelQuery(int version) {}
