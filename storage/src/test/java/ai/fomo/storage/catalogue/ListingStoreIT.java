package ai.fomo.storage.catalogue;

import static ai.fomo.storage.Examples.digest;
import static ai.fomo.storage.Examples.thumbnail;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.catalogue.Artist;
import ai.fomo.domain.catalogue.Cover;
import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.catalogue.SourceLabel;
import ai.fomo.domain.genre.ClassMapping;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.storage.TestDatabase;
import ai.fomo.storage.genre.BundledGenreMaps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ListingStoreIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
    private static final Instant RELIST = NOW.minus(Duration.ofDays(30));
    private static final ClassMapping MAPPING = ClassMapping.of(BundledGenreMaps.named("spotify"));

    private final SourceStore sources = new SourceStore(DATABASE.jdbi());
    private final ListingStore listings = new ListingStore(DATABASE.jdbi());
    private final AlbumStore albums = new AlbumStore(DATABASE.jdbi());
    private final CoverStore covers = new CoverStore(DATABASE.jdbi());

    @Test
    void aGenreIsSearchedThenItsArtistsAreListedThenItIsSearchedOn() {
        String source = source("order");

        assertThat(next(source, "jazz")).isEqualTo(new NextStep.Search(null));
        save(source, "jazz", new NextStep.Search(null), found(2, "part-2", artist("a"), artist("b")));
        assertThat(next(source, "jazz")).isEqualTo(new NextStep.AlbumsOf("a", null));
        save(source, "jazz", new NextStep.AlbumsOf("a", null), albumsOf("a-2", album("a1", "a")));
        assertThat(next(source, "jazz")).isEqualTo(new NextStep.AlbumsOf("a", "a-2"));
        save(source, "jazz", new NextStep.AlbumsOf("a", "a-2"), albumsOf(null, album("a2", "a")));
        assertThat(next(source, "jazz")).isEqualTo(new NextStep.AlbumsOf("b", null));
        assertThat(save(source, "jazz", new NextStep.AlbumsOf("b", null), albumsOf(null))
                        .exhausted())
                .isFalse();
        assertThat(next(source, "jazz")).isEqualTo(new NextStep.Search("part-2"));
        assertThat(save(source, "jazz", new NextStep.Search("part-2"), found(2, null))
                        .exhausted())
                .isTrue();
        assertThat(next(source, "jazz")).isEqualTo(new NextStep.Check("part-2"));
    }

    @Test
    void aCheckThatShowsNothingNewIsTheLastThatIsAsked() {
        String source = exhausted("unchanged", 1);

        SavedPart saved = save(source, "jazz", new NextStep.Check(null), found(1, null, artist("a0")));

        assertThat(saved).isEqualTo(new SavedPart(0, true));
        assertThat(next(source, "jazz")).isEqualTo(new NextStep.Check(null));
    }

    @Test
    void aSearchThatHasGrownAtItsEndGoesOnThere() {
        String source = exhausted("grown", 1);

        SavedPart saved =
                save(source, "jazz", new NextStep.Check(null), found(3, "part-2", artist("a0"), artist("new")));

        assertThat(saved.exhausted()).isFalse();
        assertThat(next(source, "jazz")).isEqualTo(new NextStep.AlbumsOf("new", null));
        save(source, "jazz", new NextStep.AlbumsOf("new", null), albumsOf(null));
        assertThat(next(source, "jazz")).isEqualTo(new NextStep.Search("part-2"));
    }

    @Test
    void aSearchThatHasGrownSomewhereElseIsReadFromTheBeginningAndAsksForUnknownArtistsOnly() {
        String source = source("inserted");
        save(source, "jazz", new NextStep.Search(null), found(2, "part-2", artist("a")));
        list(source, "jazz", "a");
        save(source, "jazz", new NextStep.Search("part-2"), found(2, null, artist("b")));
        list(source, "jazz", "b");

        SavedPart saved = save(source, "jazz", new NextStep.Check("part-2"), found(3, null, artist("b")));

        assertThat(saved.exhausted()).isFalse();
        assertThat(next(source, "jazz")).isEqualTo(new NextStep.Search(null));
        save(source, "jazz", new NextStep.Search(null), found(3, "part-2", artist("a"), artist("inserted")));
        assertThat(next(source, "jazz")).isEqualTo(new NextStep.AlbumsOf("inserted", null));
        list(source, "jazz", "inserted");
        save(source, "jazz", new NextStep.Search("part-2"), found(3, null, artist("b")));
        assertThat(next(source, "jazz")).isEqualTo(new NextStep.Check("part-2"));
    }

    @Test
    void artistsAreListedAgainOnceTheirTimeHasPassed() {
        String source = exhausted("relisted", 1);
        Instant later = NOW.plusSeconds(1);

        assertThat(listings.next(source, "jazz", later)).isEqualTo(new NextStep.AlbumsOf("a0", null));
        listings.save(
                source,
                "jazz",
                new NextStep.AlbumsOf("a0", null),
                albumsOf(null, album("late", "a0")),
                NOW.plusSeconds(60),
                later);

        assertThat(listings.next(source, "jazz", later)).isEqualTo(new NextStep.Check(null));
        assertThat(pick(source, "jazz", "Jazz")).extracting(PendingAlbum::id).contains("late");
    }

    @Test
    void anAnswerThatIsSavedTwiceMovesOnceAndAddsOnce() {
        String source = source("twice");
        ListedPart search = found(1, null, artist("a"));
        ListedPart listed = albumsOf("a-2", album("a1", "a"));

        save(source, "jazz", new NextStep.Search(null), search);
        save(source, "jazz", new NextStep.Search(null), search);
        SavedPart first = save(source, "jazz", new NextStep.AlbumsOf("a", null), listed);
        SavedPart second = save(source, "jazz", new NextStep.AlbumsOf("a", null), listed);

        assertThat(first.albums()).isOne();
        assertThat(second.albums()).isZero();
        assertThat(next(source, "jazz")).isEqualTo(new NextStep.AlbumsOf("a", "a-2"));
    }

    @Test
    void twoGenresShareAnArtistWhoseAlbumsAreListedOnceAndCarryBoth() {
        String source = source("shared");
        save(source, "jazz", new NextStep.Search(null), found(1, null, artist("a")));
        list(source, "jazz", "a");
        store(source, "album-of-a");
        assertThat(labels(source, "album-of-a")).containsExactly(query("jazz"));

        save(source, "soul", new NextStep.Search(null), found(1, null, artist("a")));

        assertThat(next(source, "soul")).isEqualTo(new NextStep.Check(null));
        assertThat(labels(source, "album-of-a")).containsExactly(query("jazz"), query("soul"));
    }

    @Test
    void whatTheSourceSaysOfAnArtistIsPreferredToWhatWasSearchedFor() {
        String source = source("genres");
        save(
                source,
                "jazz",
                new NextStep.Search(null),
                found(1, null, new Artist("a", "A", List.of("Hard Bop", "Cool Jazz"))));
        list(source, "jazz", "a");

        store(source, "album-of-a");

        assertThat(labels(source, "album-of-a"))
                .containsExactly(
                        new SourceLabel("Cool Jazz", LabelKind.ARTIST), new SourceLabel("Hard Bop", LabelKind.ARTIST));
    }

    @Test
    void genresThatAnArtistGainsAreAddedToTheCoversThatAreThereAndNoneIsTakenAway() {
        String source = source("gained");
        save(source, "jazz", new NextStep.Search(null), found(1, null, artist("a")));
        list(source, "jazz", "a");
        store(source, "album-of-a");

        save(source, "soul", new NextStep.Search(null), found(1, null, new Artist("a", "A", List.of("bebop"))));

        assertThat(labels(source, "album-of-a"))
                .containsExactly(new SourceLabel("bebop", LabelKind.ARTIST), query("jazz"));
    }

    @Test
    void tagsOfAnAlbumComeWithTheNumberOfThoseWhoGaveThem() {
        String source = source("tags");
        SourceLabel tag = new SourceLabel("be bop", LabelKind.TAG, 12);
        ListedAlbum tagged = new ListedAlbum("x", "X", "a", "A", "artist:a", List.of(tag), "http://x/x.jpg");

        save(source, "jazz", new NextStep.Search(null), new ListedPart(List.of(), List.of(tagged), false, 1, null));
        store(source, "x");

        assertThat(labels(source, "x")).containsExactly(tag);
        assertThat(next(source, "jazz")).isEqualTo(new NextStep.Check(null));
    }

    @Test
    void albumsOfOneImageHaveOneCoverWithinAPartAndBetweenParts() {
        String source = source("images");
        save(source, "jazz", new NextStep.Search(null), found(1, null, artist("a")));
        SavedPart saved = save(
                source,
                "jazz",
                new NextStep.AlbumsOf("a", null),
                albumsOf("2", album("a1", "a", "http://x/same"), album("a2", "a", "http://x/same")));
        save(
                source,
                "jazz",
                new NextStep.AlbumsOf("a", "2"),
                albumsOf(null, album("a3", "a", "http://x/same"), album("a4", "a")));

        assertThat(saved.albums()).isOne();
        assertThat(pick(source, "jazz", "Jazz")).extracting(PendingAlbum::id).containsExactly("a1", "a4");
        assertThat(albums.state(source, "a3")).contains(new AlbumState.Duplicate("a1"));
    }

    @Test
    void concurrentListingsOfOneImageLeaveOneAlbumToFetch() throws Exception {
        String source = source("race");
        int workers = 8;
        for (int round = 0; round < 5; round++) {
            String url = "http://x/race-" + round;
            CyclicBarrier start = new CyclicBarrier(workers);
            ExecutorService pool = Executors.newFixedThreadPool(workers);
            try {
                List<Future<?>> saves = new ArrayList<>();
                for (int i = 0; i < workers; i++) {
                    ListedAlbum album = album("race-" + round + "-" + i, "a", url);
                    saves.add(pool.submit(() -> {
                        start.await(20, SECONDS);
                        return save(
                                source,
                                "jazz",
                                new NextStep.Search(null),
                                new ListedPart(List.of(), List.of(album), false, 1, "more"));
                    }));
                }
                for (Future<?> save : saves) {
                    save.get(60, SECONDS);
                }
            } finally {
                pool.shutdownNow();
            }
        }

        assertThat(pick(source, "jazz", "Jazz")).hasSize(5);
    }

    @Test
    void theSameBytesOfTheSameGroupAreOneCoverThatHasTheLabelsOfBoth() {
        String source = source("bytes");
        save(
                source,
                "jazz",
                new NextStep.Search(null),
                new ListedPart(List.of(), List.of(album("x", "a"), album("other", "b")), false, 2, null));
        save(
                source,
                "soul",
                new NextStep.Search(null),
                new ListedPart(List.of(), List.of(album("y", "a")), false, 1, null));

        assertThat(store(source, "x", "bytes")).isEqualTo(new AlbumState.Stored());
        assertThat(store(source, "y", "bytes")).isEqualTo(new AlbumState.Duplicate("x"));
        assertThat(store(source, "other", "bytes")).isEqualTo(new AlbumState.Stored());

        assertThat(covers.count(source)).isEqualTo(2);
        assertThat(labels(source, "x")).containsExactly(query("jazz"), query("soul"));
        assertThat(store(source, "y", "bytes")).isEqualTo(new AlbumState.Duplicate("x"));
    }

    @Test
    void albumsOfWantedClassesArePickedUntilThereAreEnoughHoweverFarDownTheyAre() {
        String source = source("picked");
        List<Artist> artists = new ArrayList<>();
        List<ListedAlbum> many = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            SourceLabel tag = new SourceLabel(i % 400 == 399 ? "bebop" : "techno", LabelKind.TAG, 1);
            many.add(new ListedAlbum(
                    "p" + i, "P", "a" + i, "A", "artist:a" + i, List.of(tag), "http://x/picked-" + i + ".jpg"));
        }
        save(source, "jazz", new NextStep.Search(null), new ListedPart(artists, many, false, 1_200, null));

        assertThat(albums.pick(source, "jazz", MAPPING, Set.of("Jazz"), 2))
                .containsExactly(new PendingAlbum("p399", List.of("Jazz")), new PendingAlbum("p799", List.of("Jazz")));
        assertThat(pick(source, "jazz", "Jazz", "Techno")).hasSize(1_200);
        assertThat(albums.pick(source, "jazz", MAPPING, Set.of(), 10)).isEmpty();
        assertThat(pick(source, "soul", "Jazz", "Techno")).isEmpty();
    }

    @Test
    void whatIsStoredOrRefusedIsNotPickedAgain() {
        String source = source("settled");
        save(
                source,
                "jazz",
                new NextStep.Search(null),
                new ListedPart(
                        List.of(), List.of(album("s1", "a"), album("s2", "a"), album("s3", "a")), false, 3, null));

        store(source, "s1");
        albums.refuse(source, "s2", "gone");

        assertThat(pick(source, "jazz", "Jazz")).extracting(PendingAlbum::id).containsExactly("s3");
        assertThat(albums.state(source, "s2")).contains(new AlbumState.Refused("gone"));
        assertThat(albums.refuse(source, "s1", "gone")).isEqualTo(new AlbumState.Stored());
        assertThat(covers.refusals(source)).isOne();
        assertThat(albums.state(source, "never listed")).isEmpty();
        assertThatThrownBy(() -> store(source, "never listed")).hasMessageContaining("'never listed'");
    }

    @Test
    void aCoverFromBeforeThereWereAlbumsIsNotFetchedAgainButGainsLabels() {
        String source = source("before");
        covers.add(new Cover(digest("old"), source, "old", "artist:a", null, 9, 9, List.of(query("soul"))));

        save(
                source,
                "jazz",
                new NextStep.Search(null),
                new ListedPart(List.of(), List.of(album("old", "a"), album("new id", "a")), false, 2, null));

        assertThat(pick(source, "jazz", "Jazz")).extracting(PendingAlbum::id).containsExactly("new id");
        assertThat(labels(source, "old")).containsExactly(query("jazz"), query("soul"));
        assertThat(store(source, "new id", "old")).isEqualTo(new AlbumState.Duplicate("old"));
    }

    @Test
    void aSourceThatIsNotThereListsNothing() {
        assertThatThrownBy(() -> save("nowhere", "jazz", new NextStep.Search(null), found(0, null)))
                .hasMessageContaining("'nowhere'");
    }

    private String source(String name) {
        Labelling map = new Labelling.Mapped(
                new ai.fomo.storage.genre.GenreMapStore(DATABASE.jdbi()).put(BundledGenreMaps.named("spotify")));
        sources.create(new Source(name, SourceKind.SPOTIFY, "http://127.0.0.1:1", map));
        return name;
    }

    /** A source whose search for jazz was read to its end, and all its artists listed. */
    private String exhausted(String name, int artists) {
        String source = source(name);
        for (int i = 0; i < artists; i++) {
            save(source, "jazz", new NextStep.Search(null), found(artists, null, artist("a" + i)));
            list(source, "jazz", "a" + i);
        }
        return source;
    }

    private NextStep next(String source, String genre) {
        return listings.next(source, genre, RELIST);
    }

    private SavedPart save(String source, String genre, NextStep step, ListedPart part) {
        return listings.save(source, genre, step, part, NOW, RELIST);
    }

    private void list(String source, String genre, String artist) {
        save(source, genre, new NextStep.AlbumsOf(artist, null), albumsOf(null, album("album-of-" + artist, artist)));
    }

    private AlbumState store(String source, String album) {
        return store(source, album, source + album);
    }

    private AlbumState store(String source, String album, String bytes) {
        return albums.store(source, album, digest(bytes), 640, 640, thumbnail(1));
    }

    private List<PendingAlbum> pick(String source, String genre, String... classes) {
        return albums.pick(source, genre, MAPPING, Set.of(classes), 10_000);
    }

    private List<SourceLabel> labels(String source, String album) {
        return covers.find(source, album).orElseThrow().labels();
    }

    private static ListedPart found(int total, @Nullable String next, Artist... artists) {
        return new ListedPart(List.of(artists), List.of(), true, total, next);
    }

    private static ListedPart albumsOf(@Nullable String next, ListedAlbum... albums) {
        return new ListedPart(List.of(), List.of(albums), true, albums.length, next);
    }

    private static Artist artist(String id) {
        return new Artist(id, "Artist " + id, List.of());
    }

    private static ListedAlbum album(String id, String artist) {
        return album(id, artist, "http://x/" + id + ".jpg");
    }

    private static ListedAlbum album(String id, String artist, String imageUrl) {
        return new ListedAlbum(id, "Album " + id, artist, "Artist " + artist, "artist:" + artist, List.of(), imageUrl);
    }

    private static SourceLabel query(String genre) {
        return new SourceLabel(genre, LabelKind.QUERY);
    }
}
