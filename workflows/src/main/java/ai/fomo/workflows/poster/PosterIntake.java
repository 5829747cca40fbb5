package ai.fomo.workflows.poster;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.registry.ModelVersion;

/** A poster that is stored and good, and the model that was resolved for it, once. */
public record PosterIntake(Sha256 poster, ModelVersion model) {}
