package ai.fomo.storage.catalogue;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.genre.Labelling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The collections of covers. Once a source has an album, only its server and its genre map ever change. */
public final class SourceStore {
    private final Jdbi jdbi;

    public SourceStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Does nothing where the same source is there already, although its labels may go through another map by now. The genre
     * map that its labelling names must be stored before.
     *
     * @throws SourceExistsException where another source has the name
     */
    public void create(Source source) {
        jdbi.useTransaction(handle -> {
            if (!insert(handle, source)
                    && !find(handle, source.name())
                            .filter(known -> isSame(handle, source, known))
                            .isPresent()) {
                throw new SourceExistsException(source.name());
            }
        });
    }

    /** Tells a source where its server is now; what was fetched from it stays. */
    public void moveTo(String name, String address) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update source
                        set address = :address
                        where name = :name""")
                .bind("name", name)
                .bind("address", address)
                .execute());
    }

    /**
     * Labels of the source go through that map from now on; the maps before it stay in its {@link #maps history}. The map
     * must be stored before.
     *
     * @return false where the source has that map already
     * @throws IllegalArgumentException where there is no such source
     */
    public boolean remap(String name, Sha256 map) {
        return jdbi.inTransaction(handle -> {
            Source source = lock(handle, name);
            if (source.labelling().equals(new Labelling.Mapped(map))) {
                return false;
            }
            handle.createUpdate("update source set genre_map = :map where name = :name")
                    .bind("name", name)
                    .bind("map", map)
                    .execute();
            addToHistory(handle, name, map);
            return true;
        });
    }

    /**
     * Makes another source of one that has neither an album nor a cover yet. The genre map that its labelling names must be
     * stored before.
     *
     * @return false where the source of that name has some, which stays what it was
     * @throws IllegalArgumentException where there is no such source
     */
    public boolean beginAnew(Source source) {
        return jdbi.inTransaction(handle -> {
            Source before = lock(handle, source.name());
            if (isFilled(handle, source.name())) {
                return false;
            }
            handle.createUpdate("""
                            update source
                            set kind = :kind, address = :address, genre_map = :genreMap
                            where name = :name""")
                    .bind("name", source.name())
                    .bind("kind", source.kind().name())
                    .bind("address", source.address())
                    .bind("genreMap", mapOf(source.labelling()))
                    .execute();
            if (source.labelling() instanceof Labelling.Mapped mapped
                    && !source.labelling().equals(before.labelling())) {
                addToHistory(handle, source.name(), mapped.map());
            }
            // Another server knows neither these artists nor where these searches stand.
            handle.execute("delete from artist where source = ?", source.name());
            handle.execute("delete from source_cursor where source = ?", source.name());
            return true;
        });
    }

    /** The maps that the labels of a source went through, the present one last. */
    public List<SourceMap> maps(String name) {
        return jdbi.withHandle(handle -> maps(handle, name));
    }

    private static List<SourceMap> maps(Handle handle, String name) {
        return handle.createQuery("""
                        select genre_map, since
                        from source_genre_map
                        where source = :name
                        order by id""")
                .bind("name", name)
                .map((row, context) -> new SourceMap(
                        new Sha256(row.getString("genre_map")),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    public Optional<Source> find(String name) {
        return jdbi.withHandle(handle -> find(handle, name));
    }

    /** By name. */
    public List<Source> list() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select name, kind, address, genre_map
                        from source
                        order by name""").map(SourceStore::source).list());
    }

    /**
     * Until the transaction ends, nobody else changes the rows of the source's albums and covers.
     *
     * @throws IllegalArgumentException where there is no such source
     */
    static Source lock(Handle handle, String name) {
        // Weak enough for the foreign keys of other rows.
        return handle.createQuery("""
                        select name, kind, address, genre_map
                        from source
                        where name = :name
                        for no key update""")
                .bind("name", name)
                .map(SourceStore::source)
                .findOne()
                .orElseThrow(() -> new IllegalArgumentException("there is no source named '" + name + "'"));
    }

    /** False where the name is taken. */
    static boolean insert(Handle handle, Source source) {
        boolean inserted = handle.createUpdate("""
                        insert into source (name, kind, address, genre_map)
                        values (:name, :kind, :address, :genreMap)
                        on conflict (name) do nothing""")
                        .bind("name", source.name())
                        .bind("kind", source.kind().name())
                        .bind("address", source.address())
                        .bind("genreMap", mapOf(source.labelling()))
                        .execute()
                == 1;
        if (inserted && source.labelling() instanceof Labelling.Mapped mapped) {
            addToHistory(handle, source.name(), mapped.map());
        }
        return inserted;
    }

    /** Whether it is the source that it was created as, whatever map it went through since. */
    private static boolean isSame(Handle handle, Source source, Source known) {
        if (source.equals(known)) {
            return true;
        }
        Source asCreated = new Source(known.name(), known.kind(), known.address(), source.labelling());
        return source.equals(asCreated)
                && source.labelling() instanceof Labelling.Mapped mapped
                && maps(handle, source.name()).stream()
                        .anyMatch(before -> before.map().equals(mapped.map()));
    }

    private static boolean isFilled(Handle handle, String name) {
        return handle.createQuery("""
                        select exists (select from album where source = :name)
                            or exists (select from cover where source = :name)""").bind("name", name).mapTo(boolean.class).one();
    }

    private static void addToHistory(Handle handle, String name, Sha256 map) {
        handle.createUpdate("insert into source_genre_map (source, genre_map) values (:name, :map)")
                .bind("name", name)
                .bind("map", map)
                .execute();
    }

    private static Optional<Source> find(Handle handle, String name) {
        return handle.createQuery("""
                        select name, kind, address, genre_map
                        from source
                        where name = :name""")
                .bind("name", name)
                .map(SourceStore::source)
                .findOne();
    }

    private static @Nullable String mapOf(Labelling labelling) {
        return labelling instanceof Labelling.Mapped mapped ? mapped.map().hex() : null;
    }

    private static Source source(ResultSet row, StatementContext context) throws SQLException {
        String map = row.getString("genre_map");
        return new Source(
                row.getString("name"),
                SourceKind.valueOf(row.getString("kind")),
                row.getString("address"),
                map == null ? new Labelling.FromLabels() : new Labelling.Mapped(new Sha256(map)));
    }
}
