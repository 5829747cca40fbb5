package ai.fomo.storage.registry;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.registry.ModelName;
import ai.fomo.domain.registry.ModelName.Alias;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.storage.feature.EncoderRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The models that were ever trained to the end. A history: a model never changes. */
public final class ModelStore {
    private static final String SELECT = """
            select m.version, m.digest, m.run, m.dataset, m.taxonomy, m.code_version, m.jdk, m.backend, m.registered_at,
                   e.name as encoder_name, e.weights, e.runtime, e.preprocessing, e.dimension, e.view,
                   r.dataset as source, a.alias
            from model m
            join training_run r on r.run = m.run
            join encoder e on e.digest = m.encoder
            left join model_alias a on a.version = m.version
            """;

    private final Jdbi jdbi;

    public ModelStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The version of the run's model of this digest; a new one, without gaps, where it has none. Put the model's file before. */
    public ModelVersion register(RegisteredModel model) {
        return jdbi.inTransaction(handle -> {
            RegistryLock.take(handle);
            return versionOf(handle, model.run(), model.digest()).orElseGet(() -> insert(handle, model));
        });
    }

    public Optional<ModelRow> find(int version) {
        return find(new ModelName.Version(version));
    }

    public Optional<ModelRow> find(ModelName name) {
        return jdbi.withHandle(handle -> find(handle, name));
    }

    /** @throws UnknownModelException naming those there are, where there is none of that name */
    public ModelRow require(ModelName name) {
        return jdbi.withHandle(handle -> require(handle, name));
    }

    /**
     * For names from outside.
     *
     * @throws UnknownModelException naming those there are, where there is none of that name, or it is no name
     */
    public ModelRow require(String name) {
        return jdbi.withHandle(handle ->
                require(handle, ModelName.of(name).orElseThrow(() -> UnknownModelException.notAName(name, handle))));
    }

    static ModelRow require(Handle handle, ModelName name) {
        return find(handle, name).orElseThrow(() -> UnknownModelException.of(name, handle));
    }

    private static Optional<ModelRow> find(Handle handle, ModelName name) {
        String condition = name instanceof Alias ? "where a.alias = :name" : "where m.version = cast(:name as integer)";
        return handle.createQuery(SELECT + condition)
                .bind("name", name.toString())
                .map(ModelStore::row)
                .findOne();
    }

    /** The model in use; empty until a first one is promoted. */
    public Optional<ModelVersion> champion() {
        return jdbi.withHandle(handle -> Aliases.find(handle, Alias.CHAMPION));
    }

    /** Digest of the dataset that the model in use was trained on; empty until a first one is promoted. */
    public Optional<Sha256> datasetOfChampion() {
        return champion()
                .flatMap(champion -> find(champion.version()))
                .map(row -> row.model().dataset());
    }

    /** The models of a run, in the order in which they were registered; more than one where it was reset. */
    public List<ModelRow> ofRun(RunId run) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where m.run = :run order by m.version")
                .bind("run", run)
                .map(ModelStore::row)
                .list());
    }

    /** The latest first. */
    public List<ModelRow> list() {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "order by m.version desc")
                .map(ModelStore::row)
                .list());
    }

    private static Optional<ModelVersion> versionOf(Handle handle, RunId run, Sha256 digest) {
        return handle.createQuery("select version from model where run = :run and digest = :digest")
                .bind("run", run)
                .bind("digest", digest)
                .mapTo(int.class)
                .findOne()
                .map(version -> new ModelVersion(version, digest));
    }

    private static ModelVersion insert(Handle handle, RegisteredModel model) {
        EncoderRows.put(handle, model.encoder());
        int version = handle.createQuery("""
                        insert into model (version, digest, run, dataset, encoder, taxonomy, code_version, jdk, backend)
                        select coalesce(max(version), 0) + 1,
                               :digest, :run, :dataset, :encoder, :taxonomy, :codeVersion, :jdk, :backend
                        from model
                        returning version""")
                .bind("digest", model.digest())
                .bind("run", model.run())
                .bind("dataset", model.dataset())
                .bind("encoder", model.encoder().digest())
                .bind("taxonomy", model.taxonomy())
                .bind("codeVersion", model.codeVersion())
                .bind("jdk", model.jdk())
                .bind("backend", model.backend())
                .mapTo(int.class)
                .one();
        return new ModelVersion(version, model.digest());
    }

    private static ModelRow row(ResultSet row, StatementContext context) throws SQLException {
        Sha256 digest = new Sha256(row.getString("digest"));
        return new ModelRow(
                new ModelVersion(row.getInt("version"), digest),
                new RegisteredModel(
                        digest,
                        new RunId(row.getString("run")),
                        new Sha256(row.getString("dataset")),
                        EncoderRows.encoder(row),
                        new Sha256(row.getString("taxonomy")),
                        row.getString("code_version"),
                        row.getString("jdk"),
                        row.getString("backend")),
                row.getString("source"),
                row.getTimestamp("registered_at").toInstant(),
                alias(row.getString("alias")));
    }

    private static @Nullable Alias alias(@Nullable String label) {
        return label == null ? null : Alias.valueOf(label.toUpperCase(Locale.ROOT));
    }
}
