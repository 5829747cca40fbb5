package ai.fomo.storage.catalogue;

import static ai.fomo.storage.catalogue.ListedSource.album;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.catalogue.Artist;
import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.catalogue.SourceLabel;
import ai.fomo.storage.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which albums are fetched next. */
final class AlbumPickIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final ListedSource rows = new ListedSource(DATABASE.jdbi());

    @Test
    void albumsOfWantedClassesArePickedUntilThereAreEnoughHoweverFarDownTheyAre() {
        String source = rows.source("picked");
        List<Artist> artists = new ArrayList<>();
        List<ListedAlbum> many = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            SourceLabel tag = new SourceLabel(i % 400 == 399 ? "bebop" : "techno", LabelKind.TAG, 1);
            many.add(new ListedAlbum(
                    "p" + i, "P", "a" + i, "A", "artist:a" + i, List.of(tag), "http://x/picked-" + i + ".jpg"));
        }
        rows.save(source, "jazz", new NextStep.Search(null), new ListedPart(artists, many, false, 1_200, null));

        assertThat(rows.albums.pick(source, "jazz", ListedSource.MAPPING, Set.of("Jazz"), 2))
                .containsExactly(new PendingAlbum("p399", List.of("Jazz")), new PendingAlbum("p799", List.of("Jazz")));
        assertThat(rows.pick(source, "jazz", "Jazz", "Techno")).hasSize(1_200);
        assertThat(rows.albums.pick(source, "jazz", ListedSource.MAPPING, Set.of(), 10))
                .isEmpty();
        assertThat(rows.pick(source, "soul", "Jazz", "Techno")).isEmpty();
    }

    @Test
    void whatIsStoredOrRefusedIsNotPickedAgain() {
        String source = rows.source("settled");
        rows.save(
                source,
                "jazz",
                new NextStep.Search(null),
                new ListedPart(
                        List.of(), List.of(album("s1", "a"), album("s2", "a"), album("s3", "a")), false, 3, null));

        rows.store(source, "s1");
        rows.albums.refuse(source, "s2", "gone");

        assertThat(rows.pick(source, "jazz", "Jazz"))
                .extracting(PendingAlbum::id)
                .containsExactly("s3");
        assertThat(rows.albums.state(source, "s2")).contains(new AlbumState.Refused("gone"));
        assertThat(rows.albums.refuse(source, "s1", "gone")).isEqualTo(new AlbumState.Stored());
        assertThat(rows.covers.refusals(source)).isOne();
        assertThat(rows.albums.state(source, "never listed")).isEmpty();
        assertThatThrownBy(() -> rows.store(source, "never listed")).hasMessageContaining("'never listed'");
    }
}
