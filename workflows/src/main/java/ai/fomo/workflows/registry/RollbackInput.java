package ai.fomo.workflows.registry;

/** Who wants the champion before this one back, and why. */
public record RollbackInput(String by, String reason) {}
