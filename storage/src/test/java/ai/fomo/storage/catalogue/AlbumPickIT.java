package ai.fomo.storage.catalogue;

import static ai.fomo.storage.catalogue.ListedSource.album;
import static ai.fomo.storage.catalogue.ListedSource.albumsOf;
import static ai.fomo.storage.catalogue.ListedSource.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.catalogue.Artist;
import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.catalogue.SourceLabel;
import ai.fomo.storage.Statements;
import ai.fomo.storage.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void anAlbumIsReadTogetherWithItsLabelsHoweverManyArePassedOver() {
        String source = rows.source("passed over");
        List<ListedAlbum> many = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            many.add(tagged("o" + i, i == 1_199 ? "bebop" : "techno"));
        }
        rows.save(source, "jazz", new NextStep.Search(null), new ListedPart(List.of(), many, false, 1_200, null));

        List<String> statements = Statements.of(
                DATABASE.jdbi(),
                () -> assertThat(rows.pick(source, "jazz", "Jazz"))
                        .extracting(PendingAlbum::id)
                        .containsExactly("o1199"));

        // Pages of 500, and an empty one.
        assertThat(statements).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsPickedIsWhatTheLabelsOfEachAlbumSay(long seed) {
        String source = rows.source("random " + seed);
        Random random = new Random(seed);
        List<String> labels = List.of("bebop", "techno", "deep house", "unheard of", "Hard Bop", "soul");
        for (int i = 0; i < 60; i++) {
            String genre = random.nextBoolean() ? "jazz" : "soul";
            String id = "a" + random.nextInt(20);
            List<String> genres =
                    random.nextInt(3) == 0 ? List.of() : List.of(any(labels, random), any(labels, random));
            rows.save(source, genre, new NextStep.Search(null), found(99, "more", new Artist(id, id, genres)));
            // Of one image twice, by the same artist or another.
            String image = "http://x/" + seed + "/" + random.nextInt(100);
            ListedAlbum tagged = tagged("t" + seed + "-" + i, any(labels, random));
            ListedAlbum album = random.nextInt(4) == 0 ? tagged : album("r" + seed + "-" + i, id, image);
            rows.save(source, genre, new NextStep.AlbumsOf(id, null), albumsOf("more", album));
            if (random.nextInt(4) == 0) {
                rows.store(source, album.id());
            } else if (random.nextInt(8) == 0) {
                rows.albums.refuse(source, album.id(), "gone");
            }
        }

        for (Set<String> classes :
                List.of(Set.of("Jazz"), Set.of("Soul", "Techno"), Set.of("Jazz", "Soul", "Techno"))) {
            List<PendingAlbum> expected = said(source, "jazz").stream()
                    .filter(album -> album.classes().stream().anyMatch(classes::contains))
                    .toList();

            assertThat(rows.albums.pick(source, "jazz", ListedSource.MAPPING, classes, 1_000))
                    .isEqualTo(expected);
            assertThat(rows.albums.pick(source, "jazz", ListedSource.MAPPING, classes, 3))
                    .isEqualTo(expected.stream().limit(3).toList());
        }
    }

    /** All that is pending of a genre, an album after the other. */
    private static List<PendingAlbum> said(String source, String genre) {
        return DATABASE.jdbi()
                .withHandle(handle ->
                        handle
                                .createQuery("""
                        select external_id
                        from album
                        where source = :source and pending and :genre = any(queries)
                        order by number""")
                                .bind("source", source)
                                .bind("genre", genre)
                                .mapTo(String.class)
                                .list()
                                .stream()
                                .map(album -> new PendingAlbum(
                                        album,
                                        new AlbumLabelRows(handle, source)
                                                .of(Set.of(album)).getOrDefault(album, List.of()).stream()
                                                        .flatMap(label ->
                                                                ListedSource.MAPPING.classOf(label.text()).stream())
                                                        .distinct()
                                                        .sorted()
                                                        .toList()))
                                .toList());
    }

    private static String any(List<String> labels, Random random) {
        return labels.get(random.nextInt(labels.size()));
    }

    private static ListedAlbum tagged(String id, String tag) {
        SourceLabel label = new SourceLabel(tag, LabelKind.TAG, 1);
        return new ListedAlbum(id, id, "t", "T", "artist:t", List.of(label), "http://x/" + id + ".jpg");
    }
}
