package ai.fomo.storage.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** How far the search of each genre of an outside source has been read. */
public final class CursorStore {
    private static final String SELECT = """
            select genre, position, total, exhausted
            from source_cursor
            where source = :source
            """;

    private final Jdbi jdbi;

    public CursorStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The genres that were asked for so far, by name. */
    public List<SourceCursor> list(String source) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "order by genre")
                .bind("source", source)
                .map((row, context) -> cursor(row))
                .list());
    }

    /** At the beginning where the genre was never asked for. */
    static SourceCursor of(Handle handle, String source, String genre) {
        Optional<SourceCursor> found = handle.createQuery(SELECT + "and genre = :genre")
                .bind("source", source)
                .bind("genre", genre)
                .map((row, context) -> cursor(row))
                .findOne();
        return found.orElseGet(() -> new SourceCursor(genre, null, 0, false));
    }

    static void save(Handle handle, String source, SourceCursor cursor) {
        handle.createUpdate("""
                        insert into source_cursor (source, genre, position, total, exhausted)
                        values (:source, :genre, :position, :total, :exhausted)
                        on conflict (source, genre) do update
                        set position = excluded.position, total = excluded.total, exhausted = excluded.exhausted,
                            updated_at = now()""")
                .bind("source", source)
                .bind("genre", cursor.genre())
                .bind("position", cursor.position())
                .bind("total", cursor.total())
                .bind("exhausted", cursor.exhausted())
                .execute();
    }

    private static SourceCursor cursor(ResultSet row) throws SQLException {
        return new SourceCursor(
                row.getString("genre"), row.getString("position"), row.getInt("total"), row.getBoolean("exhausted"));
    }
}
