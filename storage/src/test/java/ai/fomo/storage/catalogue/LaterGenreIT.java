package ai.fomo.storage.catalogue;

import static ai.fomo.storage.Examples.digest;
import static ai.fomo.storage.Examples.thumbnail;
import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.catalogue.Artist;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.genre.ClassMapping;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.storage.TestDatabase;
import ai.fomo.storage.genre.BundledGenreMaps;
import ai.fomo.storage.genre.GenreMapStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A genre that is asked for when others have been listed: what they found of it is there to be picked. */
final class LaterGenreIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
    private static final Instant RELIST = NOW.minus(Duration.ofDays(30));
    private static final ClassMapping MAPPING = ClassMapping.of(BundledGenreMaps.named("spotify"));

    private final ListingStore listings = new ListingStore(DATABASE.jdbi());
    private final AlbumStore albums = new AlbumStore(DATABASE.jdbi());

    @Test
    void albumsOfArtistsThatAnotherGenreFoundAreToldAsNewToThisOneAndNotAskedForAgain() {
        String source = source("artists");
        save(source, "jazz", new NextStep.Search(null), artists(1, "a"));
        save(source, "jazz", new NextStep.AlbumsOf("a", null), listed(true, album("a1"), album("a2"), album("a3")));
        albums.store(source, "a1", digest("a1"), 640, 640, thumbnail(1));

        SavedPart saved = save(source, "soul", new NextStep.Search(null), artists(1, "a"));

        assertThat(saved).isEqualTo(new SavedPart(2, true));
        assertThat(picked(source, "soul", "Jazz", "Soul")).containsExactly("a2", "a3");
        assertThat(save(source, "soul", new NextStep.Check(null), artists(1, "a")))
                .isEqualTo(new SavedPart(0, true));
    }

    @Test
    void albumsThatAnotherGenreFoundAreToldAsNewToThisOne() {
        String source = source("albums");
        save(source, "jazz", new NextStep.Search(null), listed(false, album("x"), album("y")));

        SavedPart saved = save(source, "soul", new NextStep.Search(null), listed(false, album("x"), album("z")));

        assertThat(saved).isEqualTo(new SavedPart(2, true));
        assertThat(picked(source, "soul", "Soul")).containsExactly("x", "z");
    }

    private String source(String name) {
        Labelling map = new Labelling.Mapped(new GenreMapStore(DATABASE.jdbi()).put(BundledGenreMaps.named("spotify")));
        new SourceStore(DATABASE.jdbi()).create(new Source(name, SourceKind.SPOTIFY, "http://127.0.0.1:1", map));
        return name;
    }

    private SavedPart save(String source, String genre, NextStep step, ListedPart part) {
        return listings.save(source, genre, step, part, NOW, RELIST);
    }

    private List<String> picked(String source, String genre, String... classes) {
        return albums.pick(source, genre, MAPPING, Set.of(classes), 100).stream()
                .map(PendingAlbum::id)
                .toList();
    }

    private static ListedPart artists(int total, String... ids) {
        return new ListedPart(
                List.of(ids).stream()
                        .map(id -> new Artist(id, "Artist " + id, List.of()))
                        .toList(),
                List.of(),
                true,
                total,
                null);
    }

    private static ListedPart listed(boolean byArtist, ListedAlbum... listed) {
        return new ListedPart(List.of(), List.of(listed), byArtist, listed.length, null);
    }

    private static ListedAlbum album(String id) {
        return new ListedAlbum(
                id, "Album " + id, "a", "Artist a", "artist:a", List.of(), "http://x/later-" + id + ".jpg");
    }
}
