package ai.fomo.storage.registry;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.registry.ModelName.Alias;
import ai.fomo.domain.registry.ModelVersion;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Which models the aliases stand for at the moment; the view {@code model_alias} defines them. */
final class Aliases {
    private Aliases() {}

    static Optional<ModelVersion> find(Handle handle, Alias alias) {
        return handle.createQuery("""
                        select m.version, m.digest
                        from model_alias a
                        join model m on m.version = a.version
                        where a.alias = :alias""")
                .bind("alias", alias.label())
                .map((row, context) -> new ModelVersion(row.getInt("version"), new Sha256(row.getString("digest"))))
                .findOne();
    }
}
