package ai.fomo.domain.evaluation;

import ai.fomo.domain.registry.ModelVersion;

/** The model in use, with what it says of the same items in the same order. */
public record ScoredChampion(ModelVersion version, Contender contender) {}
