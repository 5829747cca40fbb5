package ai.fomo.storage.registry;

import ai.fomo.domain.registry.ModelVersion;
import java.util.Optional;

/** There is no champion before the one in use. */
public final class NothingToRollBackException extends RuntimeException {
    NothingToRollBackException(Optional<ModelVersion> champion) {
        super(champion.map(
                        model -> "model " + model.version()
                                + " stays the champion: no other was the champion before it, so there is nothing to roll back to")
                .orElse("there is no champion yet, so there is nothing to roll back; promote a model first"));
    }
}
