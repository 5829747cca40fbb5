package ai.fomo.learning.feature;

import ai.fomo.domain.Sha256;
import java.util.Optional;

/** Weights that do not ship with the platform: somebody has brought them, under a name. */
public interface ProvidedWeights {
    /** Digest of the file that counts now; empty where nobody has brought one yet. */
    Optional<Sha256> newest(String name);

    /** The file of a digest, a former one too, verified. */
    byte[] read(Sha256 digest);

    /** Nothing but what ships. */
    static ProvidedWeights none() {
        return new ProvidedWeights() {
            @Override
            public Optional<Sha256> newest(String name) {
                return Optional.empty();
            }

            @Override
            public byte[] read(Sha256 digest) {
                throw new IllegalStateException("there are no provided weights here, and none of digest " + digest);
            }
        };
    }
}
