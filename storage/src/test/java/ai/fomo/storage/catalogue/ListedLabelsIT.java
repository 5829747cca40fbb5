package ai.fomo.storage.catalogue;

import static ai.fomo.storage.catalogue.ListedSource.artist;
import static ai.fomo.storage.catalogue.ListedSource.found;
import static ai.fomo.storage.catalogue.ListedSource.query;
import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.catalogue.Artist;
import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.catalogue.SourceLabel;
import ai.fomo.storage.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which labels a cover gets from what was listed, before it is there and behind. */
final class ListedLabelsIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final ListedSource rows = new ListedSource(DATABASE.jdbi());

    @Test
    void twoGenresShareAnArtistWhoseAlbumsAreListedOnceAndCarryBoth() {
        String source = rows.source("shared");
        rows.save(source, "jazz", new NextStep.Search(null), found(1, null, artist("a")));
        rows.list(source, "jazz", "a");
        rows.store(source, "album-of-a");
        assertThat(rows.labels(source, "album-of-a")).containsExactly(query("jazz"));

        rows.save(source, "soul", new NextStep.Search(null), found(1, null, artist("a")));

        assertThat(rows.next(source, "soul")).isEqualTo(new NextStep.Check(null));
        assertThat(rows.labels(source, "album-of-a")).containsExactly(query("jazz"), query("soul"));
    }

    @Test
    void whatTheSourceSaysOfAnArtistIsPreferredToWhatWasSearchedFor() {
        String source = rows.source("genres");
        rows.save(
                source,
                "jazz",
                new NextStep.Search(null),
                found(1, null, new Artist("a", "A", List.of("Hard Bop", "Cool Jazz"))));
        rows.list(source, "jazz", "a");

        rows.store(source, "album-of-a");

        assertThat(rows.labels(source, "album-of-a"))
                .containsExactly(
                        new SourceLabel("Cool Jazz", LabelKind.ARTIST), new SourceLabel("Hard Bop", LabelKind.ARTIST));
    }

    @Test
    void genresThatAnArtistGainsAreAddedToTheCoversThatAreThereAndNoneIsTakenAway() {
        String source = rows.source("gained");
        rows.save(source, "jazz", new NextStep.Search(null), found(1, null, artist("a")));
        rows.list(source, "jazz", "a");
        rows.store(source, "album-of-a");

        rows.save(source, "soul", new NextStep.Search(null), found(1, null, new Artist("a", "A", List.of("bebop"))));

        assertThat(rows.labels(source, "album-of-a"))
                .containsExactly(new SourceLabel("bebop", LabelKind.ARTIST), query("jazz"));
    }

    @Test
    void tagsOfAnAlbumComeWithTheNumberOfThoseWhoGaveThem() {
        String source = rows.source("tags");
        SourceLabel tag = new SourceLabel("be bop", LabelKind.TAG, 12);
        ListedAlbum tagged = new ListedAlbum("x", "X", "a", "A", "artist:a", List.of(tag), "http://x/x.jpg");

        rows.save(
                source, "jazz", new NextStep.Search(null), new ListedPart(List.of(), List.of(tagged), false, 1, null));
        rows.store(source, "x");

        assertThat(rows.labels(source, "x")).containsExactly(tag);
        assertThat(rows.next(source, "jazz")).isEqualTo(new NextStep.Check(null));
    }
}
