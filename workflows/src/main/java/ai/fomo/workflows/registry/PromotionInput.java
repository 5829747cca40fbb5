package ai.fomo.workflows.registry;

/**
 * A person wants a registered model to be the champion.
 *
 * @param version of a model that the gate has let pass against the champion there is
 */
public record PromotionInput(int version, String by, String reason) {}
