package ai.fomo.storage.catalogue;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** How far each genre of an outside source has been read. */
public final class CursorStore {
    private final Jdbi jdbi;

    public CursorStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void save(String source, String genre, @Nullable String cursor, boolean exhausted) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into source_cursor (source, genre, position, exhausted)
                        values (:source, :genre, :position, :exhausted)
                        on conflict (source, genre) do update
                        set position = excluded.position, exhausted = excluded.exhausted, updated_at = now()""")
                .bind("source", source)
                .bind("genre", genre)
                .bind("position", cursor)
                .bind("exhausted", exhausted)
                .execute());
    }

    /** The genres that were asked for so far, by name. */
    public List<SourceCursor> list(String source) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select genre, position, exhausted,
                               (select count(distinct external_id)
                                from cover_label l
                                where l.source = c.source and lower(l.label) = lower(c.genre)) as covers
                        from source_cursor c
                        where source = :source
                        order by genre""")
                .bind("source", source)
                .map((row, context) -> new SourceCursor(
                        row.getString("genre"),
                        row.getString("position"),
                        row.getInt("covers"),
                        row.getBoolean("exhausted")))
                .list());
    }
}
