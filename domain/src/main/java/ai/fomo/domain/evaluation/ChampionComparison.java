package ai.fomo.domain.evaluation;

import ai.fomo.domain.registry.ModelVersion;

/** The judged model, which comes first, beside the one in use. */
public record ChampionComparison(ModelVersion champion, Comparison comparison) {}
