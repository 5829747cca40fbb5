package ai.fomo.workflows.registry;

/** @param firstExecution Temporal's run id of the workflow's first execution: one rollback at most for each */
public record RollbackRequest(String workflow, String firstExecution, String by, String reason) {}
