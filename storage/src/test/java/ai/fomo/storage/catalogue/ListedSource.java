package ai.fomo.storage.catalogue;

import static ai.fomo.storage.Examples.digest;
import static ai.fomo.storage.Examples.thumbnail;

import ai.fomo.domain.catalogue.Artist;
import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.catalogue.SourceLabel;
import ai.fomo.domain.genre.ClassMapping;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.storage.genre.BundledGenreMaps;
import ai.fomo.storage.genre.GenreMapStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Answers of an outside source as they are saved, and what the rows make of them. */
final class ListedSource {
    static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
    static final Instant RELIST = NOW.minus(Duration.ofDays(30));
    static final ClassMapping MAPPING = ClassMapping.of(BundledGenreMaps.named("spotify"));

    final ListingStore listings;
    final AlbumStore albums;
    final CoverStore covers;

    private final Jdbi jdbi;

    ListedSource(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.listings = new ListingStore(jdbi);
        this.albums = new AlbumStore(jdbi);
        this.covers = new CoverStore(jdbi);
    }

    String source(String name) {
        Labelling map = new Labelling.Mapped(new GenreMapStore(jdbi).put(BundledGenreMaps.named("spotify")));
        new SourceStore(jdbi).create(new Source(name, SourceKind.SPOTIFY, "http://127.0.0.1:1", map));
        return name;
    }

    /** A source whose search for jazz was read to its end, and all its artists listed. */
    String exhausted(String name, int artists) {
        String source = source(name);
        for (int i = 0; i < artists; i++) {
            save(source, "jazz", new NextStep.Search(null), found(artists, null, artist("a" + i)));
            list(source, "jazz", "a" + i);
        }
        return source;
    }

    NextStep next(String source, String genre) {
        return listings.next(source, genre, RELIST);
    }

    SavedPart save(String source, String genre, NextStep step, ListedPart part) {
        return listings.save(source, genre, step, part, NOW, RELIST);
    }

    void list(String source, String genre, String artist) {
        save(source, genre, new NextStep.AlbumsOf(artist, null), albumsOf(null, album("album-of-" + artist, artist)));
    }

    AlbumState store(String source, String album) {
        return store(source, album, source + album);
    }

    AlbumState store(String source, String album, String bytes) {
        return albums.store(source, album, digest(bytes), 640, 640, thumbnail(1));
    }

    List<PendingAlbum> pick(String source, String genre, String... classes) {
        return albums.pick(source, genre, MAPPING, Set.of(classes), 10_000);
    }

    List<SourceLabel> labels(String source, String album) {
        return covers.find(source, album).orElseThrow().labels();
    }

    static ListedPart found(int total, @Nullable String next, Artist... artists) {
        return new ListedPart(List.of(artists), List.of(), true, total, next);
    }

    static ListedPart albumsOf(@Nullable String next, ListedAlbum... albums) {
        return new ListedPart(List.of(), List.of(albums), true, albums.length, next);
    }

    static Artist artist(String id) {
        return new Artist(id, "Artist " + id, List.of());
    }

    static ListedAlbum album(String id, String artist) {
        return album(id, artist, "http://x/" + id + ".jpg");
    }

    static ListedAlbum album(String id, String artist, String imageUrl) {
        return new ListedAlbum(id, "Album " + id, artist, "Artist " + artist, "artist:" + artist, List.of(), imageUrl);
    }

    static SourceLabel query(String genre) {
        return new SourceLabel(genre, LabelKind.QUERY);
    }
}
