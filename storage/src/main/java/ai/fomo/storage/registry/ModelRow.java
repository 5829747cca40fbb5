package ai.fomo.storage.registry;

import ai.fomo.domain.registry.ModelVersion;
import java.time.Instant;

/** @param champion whether it is the one in use */
public record ModelRow(ModelVersion version, RegisteredModel model, Instant registeredAt, boolean champion) {}
