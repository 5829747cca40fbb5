package ai.fomo.storage.registry;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.EncoderId;

/**
 * A model with where it comes from.
 *
 * @param digest of its file in {@code models/}
 * @param dataset that its run trained on
 * @param taxonomy digest of its classes
 * @param codeVersion of the platform that trained it
 * @param jdk version and vendor
 * @param backend ND4J's, with version, classifier and device
 */
public record RegisteredModel(
        Sha256 digest,
        RunId run,
        Sha256 dataset,
        EncoderId encoder,
        Sha256 taxonomy,
        String codeVersion,
        String jdk,
        String backend) {}
