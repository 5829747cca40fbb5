package ai.fomo.storage.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.genre.ClassMapping;
import ai.fomo.storage.Examples;
import ai.fomo.storage.Statements;
import ai.fomo.storage.TestDatabase;
import ai.fomo.storage.catalogue.CatalogueStatus.ClassStatus;
import ai.fomo.storage.catalogue.CatalogueStatus.FrequentLabel;
import ai.fomo.storage.catalogue.CatalogueStatus.LabelKindCount;
import ai.fomo.storage.genre.BundledGenreMaps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a status counts in one reading is what PostgreSQL counts, a question at a time. */
final class CatalogueFiguresIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final ClassMapping MAPPING = ClassMapping.of(BundledGenreMaps.named("spotify"));
    private static final Duration LATELY = Duration.ofMinutes(10);

    @Test
    void theFiguresOfARandomCatalogueAreThoseOfPlainQueries() {
        fill("random", 0.37);
        fill("another", 0.73);

        CatalogueStatus status = status("random");

        assertThat(status.covers()).isEqualTo(count("random", "true"));
        assertThat(status.lately()).isBetween(1, 499).isEqualTo(count("random", "added_at > now() - interval '600 s'"));
        assertThat(status.labels()).hasSize(3).isEqualTo(kinds("random"));
        assertThat(status.frequent()).hasSize(20).isEqualTo(frequent("random"));
        assertThat(status.classes())
                .hasSize(16)
                .allSatisfy(counted -> assertThat(counted)
                        .isEqualTo(new ClassStatus(
                                counted.className(),
                                ofClass("random", counted.className(), "true"),
                                ofClass("random", counted.className(), "c.added_at > now() - interval '600 s'"),
                                0)));
        assertThat(status.classes()).filteredOn(counted -> counted.lately() > 0).hasSizeGreaterThan(3);
    }

    @Test
    void theLabelsOfASourceAreReadOnceForAllThatIsCountedOfThem() {
        fill("once", 0.5);

        List<String> statements = Statements.of(DATABASE.jdbi(), () -> status("once"));

        assertThat(statements)
                .filteredOn(statement -> statement.contains("cover_label"))
                .hasSize(1);
    }

    private static CatalogueStatus status(String source) {
        return new CatalogueStatusStore(DATABASE.jdbi()).of(source, "api", MAPPING, LATELY, Instant.now());
    }

    /** 500 covers of up to four labels of any kind; every third was added lately. */
    private static void fill(String source, double seed) {
        new SourceStore(DATABASE.jdbi()).create(Examples.source(source));
        DATABASE.jdbi().useHandle(handle -> {
            handle.execute("select setseed(?)", seed);
            handle.execute("""
                    insert into cover (source, external_id, image, item_group, width, height, added_at)
                    select ?, i, encode(sha256(cast(cast(i as text) as bytea)), 'hex'), i, 9, 9,
                           now() - make_interval(mins => 20 * (i % 3))
                    from generate_series(1, 500) i""", source);
            handle.execute("""
                    insert into cover_label (source, external_id, label, kind)
                    select ?, i,
                           (array['Jazz', 'jazz', 'bebop', 'techno', 'Soul', 'pop', 'rock', 'blues'])[1 + k]
                           || case when n < 0.4 then '' when n < 0.5 then ' ' else ' unheard ' || k end,
                           (array['TAG', 'ARTIST', 'QUERY'])[1 + floor(3 * random())]
                    from (
                      select i, cast(floor(8 * power(random(), 2)) as integer) as k, random() as n
                      from generate_series(1, 500) i, generate_series(1, 4) j) l
                    on conflict do nothing""", source);
        });
    }

    private static int count(String source, String condition) {
        return DATABASE.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select count(*) from cover where source = :source and " + condition)
                        .bind("source", source)
                        .mapTo(int.class)
                        .one());
    }

    private static List<LabelKindCount> kinds(String source) {
        return DATABASE.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select kind, count(distinct label) as labels, count(distinct external_id) as covers
                        from cover_label
                        where source = :source
                        group by kind
                        order by covers desc, kind""")
                        .bind("source", source)
                        .map((row, context) -> new LabelKindCount(
                                LabelKind.valueOf(row.getString("kind")), row.getInt("labels"), row.getInt("covers")))
                        .list());
    }

    private static List<FrequentLabel> frequent(String source) {
        return DATABASE.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select label, kind, count(*) as covers
                        from cover_label
                        where source = :source
                        group by label, kind
                        order by covers desc, label, kind
                        limit 20""")
                        .bind("source", source)
                        .map((row, context) -> new FrequentLabel(
                                row.getString("label"),
                                LabelKind.valueOf(row.getString("kind")),
                                row.getInt("covers"),
                                MAPPING.classOf(row.getString("label")).orElse(null)))
                        .list());
    }

    private static int ofClass(String source, String className, String condition) {
        return DATABASE.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select count(distinct c.external_id)
                        from cover c
                        join cover_label l on l.source = c.source and l.external_id = c.external_id
                        where c.source = :source and l.label = any(:labels) and <condition>""")
                        .define("condition", condition)
                        .bind("source", source)
                        .bindArray("labels", String.class, labels(handle, source, className))
                        .mapTo(int.class)
                        .one());
    }

    private static List<String> labels(Handle handle, String source, String className) {
        return handle.createQuery("select distinct label from cover_label where source = :source")
                .bind("source", source)
                .mapTo(String.class)
                .filter(label -> MAPPING.classOf(label).stream().anyMatch(className::equals))
                .list();
    }
}
