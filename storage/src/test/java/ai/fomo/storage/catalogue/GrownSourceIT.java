package ai.fomo.storage.catalogue;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.storage.Examples;
import ai.fomo.storage.TestDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A dataset is built while a sync is running, from rows of which PostgreSQL knows nothing yet. */
final class GrownSourceIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    @Timeout(value = 30, unit = SECONDS)
    void coversAreHandedOverInNoTimeThoughTheStatisticsKnowAnotherSourceOnly() {
        new SourceStore(DATABASE.jdbi()).create(Examples.source("known"));
        new SourceStore(DATABASE.jdbi()).create(Examples.source("grown"));
        DATABASE.jdbi().useHandle(handle -> {
            handle.execute("alter table cover set (autovacuum_enabled = false)");
            handle.execute("alter table cover_label set (autovacuum_enabled = false)");
            insert(handle, "known", 1, 20_000);
            handle.execute("analyze cover");
            handle.execute("analyze cover_label");
            insert(handle, "grown", 1, 30_000);
        });
        AtomicInteger labels = new AtomicInteger();

        new CoverStore(DATABASE.jdbi())
                .forEach("grown", cover -> labels.addAndGet(cover.labels().size()));

        assertThat(labels).hasValue(60_000);
    }

    private static void insert(Handle handle, String source, int from, int count) {
        handle.createUpdate("""
                        insert into cover (source, external_id, image, item_group, width, height)
                        select :source, i, encode(sha256(cast(cast(i as text) as bytea)), 'hex'), i, 9, 9
                        from generate_series(:from, :from + :count - 1) i""")
                .bind("source", source)
                .bind("from", from)
                .bind("count", count)
                .execute();
        handle.createUpdate("""
                        insert into cover_label (source, external_id, label, kind)
                        select :source, i, 'tag ' || j, 'TAG'
                        from generate_series(:from, :from + :count - 1) i, generate_series(1, 2) j""")
                .bind("source", source)
                .bind("from", from)
                .bind("count", count)
                .execute();
    }
}
