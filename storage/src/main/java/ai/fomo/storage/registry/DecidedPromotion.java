package ai.fomo.storage.registry;

/**
 * A promotion that a person asks for, on the strength of what the gate decided before.
 *
 * @param workflowId who asks
 * @param firstExecution Temporal's run id of that workflow's first execution: one promotion at most for each
 * @param model version of a registered model
 */
public record DecidedPromotion(String workflowId, String firstExecution, int model, String by, String reason) {}
