package ai.fomo.domain.training;

/**
 * A training configuration that goes by a name.
 *
 * @param encoder whose features it is meant for
 * @param purpose in a phrase
 * @param configuration seeded with 0
 */
public record Preset(String name, String encoder, String purpose, TrainingConfiguration configuration) {}
