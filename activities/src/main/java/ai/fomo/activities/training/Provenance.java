package ai.fomo.activities.training;

/**
 * What made a model, besides its data and configuration.
 *
 * @param backend ND4J's backend with version, native classifier and threads
 */
public record Provenance(String codeVersion, String jdk, String backend) {}
