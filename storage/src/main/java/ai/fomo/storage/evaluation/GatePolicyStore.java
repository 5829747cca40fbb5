package ai.fomo.storage.evaluation;

import ai.fomo.domain.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The files of the policies that have decided. A history: a changed file is another policy. */
public final class GatePolicyStore {
    private final Jdbi jdbi;

    public GatePolicyStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Idempotent. */
    public Sha256 put(byte[] yaml) {
        Sha256 digest = Sha256.of(yaml);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into gate_policy (digest, yaml)
                        values (:digest, :yaml)
                        on conflict (digest) do nothing""")
                .bind("digest", digest)
                .bind("yaml", new String(yaml, StandardCharsets.UTF_8))
                .execute());
        return digest;
    }

    /** The file, verbatim. */
    public Optional<byte[]> find(Sha256 digest) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select yaml
                        from gate_policy
                        where digest = :digest""")
                .bind("digest", digest)
                .mapTo(String.class)
                .findOne()
                .map(yaml -> yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
