package ai.fomo.workflows.registry;

/**
 * @param firstExecution Temporal's run id of the workflow's first execution: one promotion at most for each
 * @param version of the model, which the gate has decided on before
 */
public record DecidedPromotionRequest(String workflow, String firstExecution, int version, String by, String reason) {}
