package ai.fomo.storage.registry;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.registry.ModelVersion;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The model of the last promotion. */
final class Champion {
    private Champion() {}

    static Optional<ModelVersion> current(Handle handle) {
        return handle.createQuery("""
                        select m.version, m.digest
                        from promotion p
                        join model m on m.version = p.model
                        order by p.number desc
                        limit 1""")
                .map((row, context) -> new ModelVersion(row.getInt("version"), new Sha256(row.getString("digest"))))
                .findOne();
    }
}
