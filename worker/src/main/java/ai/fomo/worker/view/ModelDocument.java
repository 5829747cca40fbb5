package ai.fomo.worker.view;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.storage.registry.ModelRow;
import ai.fomo.storage.registry.RegisteredModel;
import java.time.Instant;

/** A registered model for machines: what it is, whether it serves, and what made it. */
public record ModelDocument(
        int version,
        Sha256 digest,
        boolean champion,
        Instant registeredAt,
        RunId run,
        Sha256 dataset,
        EncoderId encoder,
        Sha256 taxonomy,
        String codeVersion,
        String jdk,
        String backend) {

    public static ModelDocument of(ModelRow row) {
        RegisteredModel model = row.model();
        return new ModelDocument(
                row.version().version(),
                row.version().digest(),
                row.champion(),
                row.registeredAt(),
                model.run(),
                model.dataset(),
                model.encoder(),
                model.taxonomy(),
                model.codeVersion(),
                model.jdk(),
                model.backend());
    }
}
