package ai.fomo.storage.catalogue;

import ai.fomo.domain.genre.ClassMapping;
import ai.fomo.storage.catalogue.CatalogueStatus.ClassStatus;
import ai.fomo.storage.catalogue.CatalogueStatus.GenreStatus;
import ai.fomo.storage.catalogue.CatalogueStatus.LastSync;
import ai.fomo.storage.catalogue.CatalogueStatus.PaceStatus;
import ai.fomo.storage.catalogue.CatalogueStatus.RefusalReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What people ask while a source grows. */
public final class CatalogueStatusStore {
    private static final int FREQUENT = 20;

    private final Jdbi jdbi;

    public CatalogueStatusStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * @param api what the paces of the source's requests are kept under
     * @param mapping of the source's labels
     * @param lately how far back covers count as new
     * @param now what requests of the last minute and hour are counted back from
     */
    public CatalogueStatus of(String source, String api, ClassMapping mapping, Duration lately, Instant now) {
        LastSync sync = new SyncStore(jdbi).last(source).orElse(null);
        return jdbi.inTransaction(handle -> {
            Albums albums = albums(handle, source);
            Set<String> recent = recent(handle, source, lately);
            LabelCensus labels = LabelCensus.of(handle, source, mapping, recent);
            return new CatalogueStatus(
                    source,
                    covers(handle, source),
                    recent.size(),
                    classes(labels, mapping, sync),
                    genres(handle, source, mapping),
                    artists(handle, source),
                    albums.all,
                    albums.duplicates,
                    albums.pending,
                    labels.kinds(),
                    labels.frequent(FREQUENT),
                    refusals(handle, source),
                    paces(handle, api, now),
                    sync);
        });
    }

    private static List<ClassStatus> classes(LabelCensus labels, ClassMapping mapping, @Nullable LastSync sync) {
        return mapping.classes().stream()
                .map(name -> new ClassStatus(
                        name,
                        labels.have().getOrDefault(name, 0),
                        labels.lately().getOrDefault(name, 0),
                        wanted(name, mapping, sync)))
                .toList();
    }

    private static @Nullable Integer wanted(String className, ClassMapping mapping, @Nullable LastSync sync) {
        if (sync == null) {
            return 0;
        }
        List<String> genres = sync.genres();
        boolean asked = genres == null
                || genres.stream().anyMatch(genre -> mapping.classOf(genre).equals(Optional.of(className)));
        return asked ? sync.coversPerGenre() : null;
    }

    private static int covers(Handle handle, String source) {
        return handle.createQuery("select count(*) from cover where source = :source")
                .bind("source", source)
                .mapTo(int.class)
                .one();
    }

    private static Set<String> recent(Handle handle, String source, Duration lately) {
        return handle.createQuery("""
                        select external_id
                        from cover
                        where source = :source and added_at > now() - make_interval(secs => :seconds)""")
                .bind("source", source)
                .bind("seconds", lately.toSeconds())
                .mapTo(String.class)
                .collect(Collectors.toSet());
    }

    private static int artists(Handle handle, String source) {
        return handle.createQuery("select count(*) from artist where source = :source")
                .bind("source", source)
                .mapTo(int.class)
                .one();
    }

    private static Albums albums(Handle handle, String source) {
        return handle.createQuery("""
                        select count(*) as albums, count(duplicate_of) as duplicates,
                               count(*) filter (where pending) as pending
                        from album
                        where source = :source""")
                .bind("source", source)
                .map((row, context) ->
                        new Albums(row.getInt("albums"), row.getInt("duplicates"), row.getInt("pending")))
                .one();
    }

    private static List<GenreStatus> genres(Handle handle, String source, ClassMapping mapping) {
        return handle.createQuery("""
                        select c.genre, c.position, c.total, c.exhausted,
                               coalesce(r.artists, 0) as artists, coalesce(r.listed, 0) as listed,
                               coalesce(a.albums, 0) as albums, coalesce(a.pending, 0) as pending
                        from source_cursor c
                        left join (
                          select genre, count(*) as artists, count(listed_at) as listed
                          from artist, unnest(queries) as genre
                          where source = :source
                          group by genre) r on r.genre = c.genre
                        left join (
                          select genre, count(*) as albums, count(*) filter (where pending) as pending
                          from album, unnest(queries) as genre
                          where source = :source
                          group by genre) a on a.genre = c.genre
                        where c.source = :source
                        order by c.genre""")
                .bind("source", source)
                .map((row, context) -> new GenreStatus(
                        row.getString("genre"),
                        mapping.classOf(row.getString("genre")).orElse(null),
                        row.getString("position"),
                        row.getInt("total"),
                        row.getBoolean("exhausted"),
                        row.getInt("artists"),
                        row.getInt("listed"),
                        row.getInt("albums"),
                        row.getInt("pending")))
                .list();
    }

    private static List<RefusalReason> refusals(Handle handle, String source) {
        return handle.createQuery("""
                        select r.reason, count(*) as covers,
                               (array_agg(r.external_id order by r.refused_at, r.external_id))[1] as example,
                               (array_agg(r.exact order by r.refused_at, r.external_id))[1] as exact
                        from (
                          select external_id, refused_at, reason as exact,
                                 regexp_replace(
                                   regexp_replace(reason, 'https?://[^ ]*[^ .,:;)]', '...', 'g'),
                                   '(?<![0-9.,(])(?<!status )[0-9]+([.,][0-9]+)*', 'n', 'g') as reason
                          from cover_refusal
                          where source = :source) r
                        group by r.reason
                        order by covers desc, r.reason""")
                .bind("source", source)
                .map((row, context) -> new RefusalReason(
                        row.getString("reason"),
                        row.getInt("covers"),
                        row.getString("example"),
                        row.getString("exact")))
                .list();
    }

    private static List<PaceStatus> paces(Handle handle, String api, Instant now) {
        return handle.createQuery("""
                        select p.api, p.closed_until, p.reason,
                               count(r.sent_at) filter (where r.sent_at > :minute) as minute, count(r.sent_at) as hour
                        from source_pace p
                        left join source_request r on r.api = p.api and r.sent_at > :hour and r.sent_at <= :now
                        where p.api in (:api, :api || '-covers')
                        group by p.api
                        order by p.api""")
                .bind("api", api)
                .bind("minute", now.minus(Duration.ofMinutes(1)))
                .bind("hour", now.minus(Duration.ofHours(1)))
                .bind("now", now)
                .map((row, context) -> new PaceStatus(
                        row.getString("api"),
                        instant(row, "closed_until"),
                        row.getString("reason"),
                        row.getInt("minute"),
                        row.getInt("hour")))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private record Albums(int all, int duplicates, int pending) {}
}
