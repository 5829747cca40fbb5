package ai.fomo.workflows.retrain;

/** @param by name of the person who decides */
public record ApprovalAnswer(boolean approved, String by, String reason) {}
