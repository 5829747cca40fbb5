package ai.fomo.workflows.training;

/** What two trainings do not have alike, such as {@code epoch 3, training loss}. */
public record Difference(String what, String original, String reproduction) {}
