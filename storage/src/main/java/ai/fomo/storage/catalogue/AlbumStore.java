package ai.fomo.storage.catalogue;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Cover;
import ai.fomo.domain.catalogue.SourceLabel;
import ai.fomo.domain.catalogue.Thumbnail;
import ai.fomo.domain.genre.ClassMapping;
import ai.fomo.storage.catalogue.AlbumLabelRows.PendingPage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The albums that outside sources have listed, and how each comes to a cover or to a reason why not. */
public final class AlbumStore {
    private static final int READ_AHEAD = 500;

    private final Jdbi jdbi;

    public AlbumStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Albums that the genre's search found and whose cover is still to be fetched, first found first.
     *
     * @param classes an album of none of them is passed over
     */
    public List<PendingAlbum> pick(
            String source, String genre, ClassMapping mapping, Collection<String> classes, int most) {
        Function<String, Optional<String>> classOf = remembered(mapping);
        return jdbi.withHandle(handle -> {
            AlbumLabelRows rows = new AlbumLabelRows(handle, source);
            List<PendingAlbum> picked = new ArrayList<>();
            PendingPage page;
            long after = 0;
            do {
                page = rows.pending(genre, after, READ_AHEAD);
                page.labels().forEach((album, labels) -> {
                    List<String> meant = classes(labels, classOf);
                    if (picked.size() < most && meant.stream().anyMatch(classes::contains)) {
                        picked.add(new PendingAlbum(album, meant));
                    }
                });
                after = page.last();
            } while (!page.labels().isEmpty() && picked.size() < most);
            return picked;
        });
    }

    /** Empty where the source has listed no such album. */
    public Optional<AlbumState> state(String source, String album) {
        return jdbi.withHandle(handle -> state(handle, source, album));
    }

    /**
     * Stores an album's cover with its fingerprint and its labels. Where another album of the same group has the same image,
     * its cover is this one's, and gets the labels. Doing so again changes nothing.
     *
     * @throws IllegalArgumentException where the source has listed no such album
     */
    public AlbumState store(String source, String album, Sha256 image, int width, int height, Thumbnail fingerprint) {
        return jdbi.inTransaction(handle -> {
            SourceStore.lock(handle, source);
            AlbumState before = state(handle, source, album).orElseThrow(() -> unknown(source, album));
            if (!(before instanceof AlbumState.Pending)) {
                return before;
            }
            String group = group(handle, source, album);
            Optional<String> twin = twin(handle, source, group, image);
            if (twin.isPresent()) {
                duplicate(handle, source, album, twin.get());
                new AlbumLabelRows(handle, source).addToCovers(Set.of(twin.get()));
                return new AlbumState.Duplicate(twin.get());
            }
            List<SourceLabel> labels =
                    new AlbumLabelRows(handle, source).of(Set.of(album)).getOrDefault(album, List.of());
            CoverStore.add(handle, new Cover(image, source, album, group, null, width, height, labels), fingerprint);
            settle(handle, source, album);
            return new AlbumState.Stored();
        });
    }

    /** Records why the cover of an album can never be had or used; one that is there stays. */
    public AlbumState refuse(String source, String album, String reason) {
        return jdbi.inTransaction(handle -> {
            SourceStore.lock(handle, source);
            AlbumState before = state(handle, source, album).orElseThrow(() -> unknown(source, album));
            if (!(before instanceof AlbumState.Pending)) {
                return before;
            }
            CoverStore.refuse(handle, source, album, reason);
            settle(handle, source, album);
            return new AlbumState.Refused(reason);
        });
    }

    /** Albums by the thousand share a few labels, and to compare one with the rules takes longer than to read an album. */
    private static Function<String, Optional<String>> remembered(ClassMapping mapping) {
        Map<String, Optional<String>> known = new HashMap<>();
        return label -> known.computeIfAbsent(label, mapping::classOf);
    }

    private static List<String> classes(List<SourceLabel> labels, Function<String, Optional<String>> classOf) {
        return labels.stream()
                .flatMap(label -> classOf.apply(label.text()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<AlbumState> state(Handle handle, String source, String album) {
        return handle.createQuery("""
                        select a.image_url, a.duplicate_of, c.external_id is not null as stored, r.reason
                        from album a
                        left join cover c on c.source = a.source and c.external_id = a.external_id
                        left join cover_refusal r on r.source = a.source and r.external_id = a.external_id
                        where a.source = :source and a.external_id = :album""")
                .bind("source", source)
                .bind("album", album)
                .map((row, context) -> state(
                        row.getString("image_url"),
                        row.getString("duplicate_of"),
                        row.getBoolean("stored"),
                        row.getString("reason")))
                .findOne();
    }

    private static AlbumState state(
            String imageUrl, @Nullable String duplicateOf, boolean stored, @Nullable String reason) {
        if (stored) {
            return new AlbumState.Stored();
        }
        if (duplicateOf != null) {
            return new AlbumState.Duplicate(duplicateOf);
        }
        return reason == null ? new AlbumState.Pending(imageUrl) : new AlbumState.Refused(reason);
    }

    private static String group(Handle handle, String source, String album) {
        return handle.createQuery("select item_group from album where source = :source and external_id = :album")
                .bind("source", source)
                .bind("album", album)
                .mapTo(String.class)
                .one();
    }

    private static Optional<String> twin(Handle handle, String source, String group, Sha256 image) {
        return handle.createQuery("""
                        select external_id
                        from cover
                        where source = :source and image = :image and item_group = :group
                        order by external_id
                        limit 1""")
                .bind("source", source)
                .bind("image", image)
                .bind("group", group)
                .mapTo(String.class)
                .findOne();
    }

    /** Those that had the cover of the album go with it, so that there are no chains. */
    private static void duplicate(Handle handle, String source, String album, String of) {
        handle.createUpdate("""
                        update album
                        set duplicate_of = :of, pending = false
                        where source = :source and (external_id = :album or duplicate_of = :album)""")
                .bind("source", source)
                .bind("album", album)
                .bind("of", of)
                .execute();
        handle.createUpdate("""
                        update album r
                        set queries = (select array(select distinct unnest(r.queries || d.queries)))
                        from album d
                        where r.source = :source and r.external_id = :of
                          and d.source = :source and d.external_id = :album""")
                .bind("source", source)
                .bind("album", album)
                .bind("of", of)
                .execute();
    }

    private static void settle(Handle handle, String source, String album) {
        handle.createUpdate("update album set pending = false where source = :source and external_id = :album")
                .bind("source", source)
                .bind("album", album)
                .execute();
    }

    private static IllegalArgumentException unknown(String source, String album) {
        return new IllegalArgumentException("source " + source + " has listed no album '" + album + "'");
    }
}
