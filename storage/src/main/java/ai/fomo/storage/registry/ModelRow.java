package ai.fomo.storage.registry;

import ai.fomo.domain.registry.ModelName.Alias;
import ai.fomo.domain.registry.ModelVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A registered model as it stands.
 *
 * @param source name of the dataset that its run trained on
 * @param alias what it is called besides its version; null for most
 */
public record ModelRow(
        ModelVersion version,
        RegisteredModel model,
        String source,
        Instant registeredAt,
        @Nullable Alias alias) {
    /** Whether it is the one in use. */
    public boolean champion() {
        return alias == Alias.CHAMPION;
    }
}
