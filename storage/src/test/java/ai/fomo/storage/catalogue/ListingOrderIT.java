package ai.fomo.storage.catalogue;

import static ai.fomo.storage.catalogue.ListedSource.album;
import static ai.fomo.storage.catalogue.ListedSource.albumsOf;
import static ai.fomo.storage.catalogue.ListedSource.artist;
import static ai.fomo.storage.catalogue.ListedSource.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.storage.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is asked next of a genre, and how answers move it on. */
final class ListingOrderIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final ListedSource rows = new ListedSource(DATABASE.jdbi());

    @Test
    void aGenreIsSearchedThenItsArtistsAreListedThenItIsSearchedOn() {
        String source = rows.source("order");

        assertThat(rows.next(source, "jazz")).isEqualTo(new NextStep.Search(null));
        rows.save(source, "jazz", new NextStep.Search(null), found(2, "part-2", artist("a"), artist("b")));
        assertThat(rows.next(source, "jazz")).isEqualTo(new NextStep.AlbumsOf("a", null));
        rows.save(source, "jazz", new NextStep.AlbumsOf("a", null), albumsOf("a-2", album("a1", "a")));
        assertThat(rows.next(source, "jazz")).isEqualTo(new NextStep.AlbumsOf("a", "a-2"));
        rows.save(source, "jazz", new NextStep.AlbumsOf("a", "a-2"), albumsOf(null, album("a2", "a")));
        assertThat(rows.next(source, "jazz")).isEqualTo(new NextStep.AlbumsOf("b", null));
        assertThat(rows.save(source, "jazz", new NextStep.AlbumsOf("b", null), albumsOf(null))
                        .exhausted())
                .isFalse();
        assertThat(rows.next(source, "jazz")).isEqualTo(new NextStep.Search("part-2"));
        assertThat(rows.save(source, "jazz", new NextStep.Search("part-2"), found(2, null))
                        .exhausted())
                .isTrue();
        assertThat(rows.next(source, "jazz")).isEqualTo(new NextStep.Check("part-2"));
    }

    @Test
    void aCheckThatShowsNothingNewIsTheLastThatIsAsked() {
        String source = rows.exhausted("unchanged", 1);

        SavedPart saved = rows.save(source, "jazz", new NextStep.Check(null), found(1, null, artist("a0")));

        assertThat(saved).isEqualTo(new SavedPart(0, true));
        assertThat(rows.next(source, "jazz")).isEqualTo(new NextStep.Check(null));
    }

    @Test
    void aSearchThatHasGrownAtItsEndGoesOnThere() {
        String source = rows.exhausted("grown", 1);

        SavedPart saved =
                rows.save(source, "jazz", new NextStep.Check(null), found(3, "part-2", artist("a0"), artist("new")));

        assertThat(saved.exhausted()).isFalse();
        assertThat(rows.next(source, "jazz")).isEqualTo(new NextStep.AlbumsOf("new", null));
        rows.save(source, "jazz", new NextStep.AlbumsOf("new", null), albumsOf(null));
        assertThat(rows.next(source, "jazz")).isEqualTo(new NextStep.Search("part-2"));
    }

    @Test
    void aSearchThatHasGrownSomewhereElseIsReadFromTheBeginningAndAsksForUnknownArtistsOnly() {
        String source = rows.source("inserted");
        rows.save(source, "jazz", new NextStep.Search(null), found(2, "part-2", artist("a")));
        rows.list(source, "jazz", "a");
        rows.save(source, "jazz", new NextStep.Search("part-2"), found(2, null, artist("b")));
        rows.list(source, "jazz", "b");

        SavedPart saved = rows.save(source, "jazz", new NextStep.Check("part-2"), found(3, null, artist("b")));

        assertThat(saved.exhausted()).isFalse();
        assertThat(rows.next(source, "jazz")).isEqualTo(new NextStep.Search(null));
        rows.save(source, "jazz", new NextStep.Search(null), found(3, "part-2", artist("a"), artist("inserted")));
        assertThat(rows.next(source, "jazz")).isEqualTo(new NextStep.AlbumsOf("inserted", null));
        rows.list(source, "jazz", "inserted");
        rows.save(source, "jazz", new NextStep.Search("part-2"), found(3, null, artist("b")));
        assertThat(rows.next(source, "jazz")).isEqualTo(new NextStep.Check("part-2"));
    }

    @Test
    void artistsAreListedAgainOnceTheirTimeHasPassed() {
        String source = rows.exhausted("relisted", 1);
        Instant later = ListedSource.NOW.plusSeconds(1);

        assertThat(rows.listings.next(source, "jazz", later)).isEqualTo(new NextStep.AlbumsOf("a0", null));
        rows.listings.save(
                source,
                "jazz",
                new NextStep.AlbumsOf("a0", null),
                albumsOf(null, album("late", "a0")),
                ListedSource.NOW.plusSeconds(60),
                later);

        assertThat(rows.listings.next(source, "jazz", later)).isEqualTo(new NextStep.Check(null));
        assertThat(rows.pick(source, "jazz", "Jazz"))
                .extracting(PendingAlbum::id)
                .contains("late");
    }

    @Test
    void anAnswerThatIsSavedTwiceMovesOnceAndAddsOnce() {
        String source = rows.source("twice");
        ListedPart search = found(1, null, artist("a"));
        ListedPart listed = albumsOf("a-2", album("a1", "a"));

        rows.save(source, "jazz", new NextStep.Search(null), search);
        rows.save(source, "jazz", new NextStep.Search(null), search);
        SavedPart first = rows.save(source, "jazz", new NextStep.AlbumsOf("a", null), listed);
        SavedPart second = rows.save(source, "jazz", new NextStep.AlbumsOf("a", null), listed);

        assertThat(first.albums()).isOne();
        assertThat(second.albums()).isZero();
        assertThat(rows.next(source, "jazz")).isEqualTo(new NextStep.AlbumsOf("a", "a-2"));
    }

    @Test
    void aSourceThatIsNotThereListsNothing() {
        assertThatThrownBy(() -> rows.save("nowhere", "jazz", new NextStep.Search(null), found(0, null)))
                .hasMessageContaining("'nowhere'");
    }
}
