package ai.fomo.storage.catalogue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What outside sources have listed, and what is to be asked next. An answer and the position behind it are saved together:
 * after a crash the same step is next, or the one behind it, and nothing in between.
 */
public final class ListingStore {
    private final Jdbi jdbi;

    public ListingStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param relistBefore artists whose albums were last listed before then are listed again */
    public NextStep next(String source, String genre, Instant relistBefore) {
        return jdbi.withHandle(handle -> artistToList(handle, source, genre, relistBefore)
                .orElseGet(() -> {
                    SourceCursor cursor = CursorStore.of(handle, source, genre);
                    return cursor.exhausted()
                            ? new NextStep.Check(cursor.position())
                            : new NextStep.Search(cursor.position());
                }));
    }

    /**
     * Saves what the source answered to a step, and moves behind it. Where the same answer was saved before, nothing changes;
     * where another worker has gone further meanwhile, its position stays.
     *
     * @param now when the source answered
     * @throws IllegalArgumentException where there is no such source
     */
    public SavedPart save(
            String source, String genre, NextStep step, ListedPart part, Instant now, Instant relistBefore) {
        return jdbi.inTransaction(handle -> {
            SourceStore.lock(handle, source);
            Added added = add(handle, source, genre, step, part);
            if (step instanceof NextStep.AlbumsOf of) {
                moveArtist(handle, source, of, part.next(), now, relistBefore);
            } else if (step instanceof NextStep.Search search) {
                moveSearch(handle, source, genre, search, part);
            } else if (step instanceof NextStep.Check check) {
                moveCheck(handle, source, genre, check, part, added.found);
            }
            return new SavedPart(added.fresh, exhausted(handle, source, genre, relistBefore));
        });
    }

    private static Added add(Handle handle, String source, String genre, NextStep step, ListedPart part) {
        ArtistRows artists = new ArtistRows(handle, source);
        AlbumRows albums = new AlbumRows(handle, source);
        boolean findsArtists = part.albumsByArtist() && !(step instanceof NextStep.AlbumsOf);
        ArtistRows.Added artistsAdded = artists.add(part.artists(), findsArtists ? genre : null);
        artists.name(part.albums());
        int ofKnownArtists = findsArtists ? albums.foundBy(genre, artistsAdded.changed()) : 0;
        AlbumRows.Added albumsAdded = step instanceof NextStep.AlbumsOf of
                ? albums.add(part.albums(), of.artist(), artists.queries(of.artist()))
                : albums.add(part.albums(), null, List.of(genre));
        Set<String> relabelled = new HashSet<>(albums.rootsOfArtists(artistsAdded.changed()));
        relabelled.addAll(
                albums.rootsOf(part.albums().stream().map(ListedAlbum::id).toList()));
        new AlbumLabelRows(handle, source).addToCovers(relabelled);
        return new Added(
                ofKnownArtists + albumsAdded.fresh(), findsArtists ? artistsAdded.found() : albumsAdded.found());
    }

    private static void moveArtist(
            Handle handle,
            String source,
            NextStep.AlbumsOf asked,
            @Nullable String next,
            Instant now,
            Instant relistBefore) {
        handle.createUpdate("""
                        update artist
                        set position = :next, listed_at = case when :listed then :now else listed_at end
                        where source = :source and external_id = :artist
                          and position is not distinct from :asked
                          and (listed_at is null or listed_at < :relistBefore)""")
                .bind("source", source)
                .bind("artist", asked.artist())
                .bind("asked", asked.cursor())
                .bind("next", next)
                .bind("listed", next == null)
                .bind("now", now)
                .bind("relistBefore", relistBefore)
                .execute();
    }

    private static void moveSearch(Handle handle, String source, String genre, NextStep.Search asked, ListedPart part) {
        SourceCursor before = CursorStore.of(handle, source, genre);
        if (before.exhausted() || !Objects.equals(before.position(), asked.cursor())) {
            return;
        }
        CursorStore.save(handle, source, behind(genre, asked.cursor(), part));
    }

    private static void moveCheck(
            Handle handle, String source, String genre, NextStep.Check asked, ListedPart part, int found) {
        SourceCursor before = CursorStore.of(handle, source, genre);
        if (!before.exhausted() || !Objects.equals(before.position(), asked.cursor())) {
            return;
        }
        // What the source counts and the last part does not show is somewhere before it.
        boolean grownElsewhere = part.next() == null && part.total() - before.total() > found;
        CursorStore.save(
                handle,
                source,
                grownElsewhere
                        ? new SourceCursor(genre, null, part.total(), false)
                        : behind(genre, asked.cursor(), part));
    }

    /** The position of a last part stays where it began, for checks. */
    private static SourceCursor behind(String genre, @Nullable String asked, ListedPart part) {
        return part.next() == null
                ? new SourceCursor(genre, asked, part.total(), true)
                : new SourceCursor(genre, part.next(), part.total(), false);
    }

    private static boolean exhausted(Handle handle, String source, String genre, Instant relistBefore) {
        return CursorStore.of(handle, source, genre).exhausted()
                && artistToList(handle, source, genre, relistBefore).isEmpty();
    }

    /** One that was begun first, then those that were found first. */
    private static Optional<NextStep> artistToList(Handle handle, String source, String genre, Instant relistBefore) {
        return handle.createQuery("""
                        select external_id, position
                        from artist
                        where source = :source and queries @> array[cast(:genre as text)]
                          and (listed_at is null or listed_at < :relistBefore)
                        order by position is null, listed_at nulls first, found_at, external_id
                        limit 1""")
                .bind("source", source)
                .bind("genre", genre)
                .bind("relistBefore", relistBefore)
                .<NextStep>map((row, context) ->
                        new NextStep.AlbumsOf(row.getString("external_id"), row.getString("position")))
                .findOne();
    }

    /**
     * @param fresh albums with a cover to fetch that the genre had not led to before
     * @param found entries of the search that it had not found before
     */
    private record Added(int fresh, int found) {}
}
