package ai.fomo.storage.catalogue;

import static ai.fomo.storage.Examples.digest;
import static ai.fomo.storage.Examples.thumbnail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.fomo.domain.catalogue.Artist;
import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.catalogue.Pace;
import ai.fomo.domain.catalogue.PaceNames;
import ai.fomo.domain.catalogue.SourceLabel;
import ai.fomo.domain.genre.ClassMapping;
import ai.fomo.storage.Examples;
import ai.fomo.storage.TestDatabase;
import ai.fomo.storage.catalogue.CatalogueStatus.ClassStatus;
import ai.fomo.storage.catalogue.CatalogueStatus.FrequentLabel;
import ai.fomo.storage.catalogue.CatalogueStatus.GenreStatus;
import ai.fomo.storage.catalogue.CatalogueStatus.LabelKindCount;
import ai.fomo.storage.catalogue.CatalogueStatus.LastSync;
import ai.fomo.storage.catalogue.CatalogueStatus.PaceStatus;
import ai.fomo.storage.catalogue.CatalogueStatus.RefusalReason;
import ai.fomo.storage.genre.BundledGenreMaps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class CatalogueStatusStoreIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
    private static final ClassMapping MAPPING = ClassMapping.of(BundledGenreMaps.named("spotify"));

    private final ListingStore listings = new ListingStore(DATABASE.jdbi());
    private final AlbumStore albums = new AlbumStore(DATABASE.jdbi());
    private final CatalogueStatusStore statuses = new CatalogueStatusStore(DATABASE.jdbi());

    @Test
    void aSourceThatWasNeverAskedHasNothing() {
        new SourceStore(DATABASE.jdbi()).create(Examples.source("untouched"));

        CatalogueStatus status = status("untouched");

        assertThat(status.covers()).isZero();
        assertThat(status.classes())
                .hasSize(16)
                .allSatisfy(genre -> assertThat(genre.have()).isZero());
        assertThat(status.genres()).isEmpty();
        assertThat(status.sync()).isNull();
    }

    @Test
    void whatIsThereAndWhatIsOpenIsCountedByGenreAndClass() {
        fill("counted");

        CatalogueStatus status = status("counted");

        assertThat(status.covers()).isEqualTo(2);
        assertThat(status.lately()).isEqualTo(1);
        assertThat(status.classes())
                .contains(
                        new ClassStatus("Jazz", 2, 1, 0),
                        new ClassStatus("Soul", 1, 1, 0),
                        new ClassStatus("Rock", 0, 0, 0));
        assertThat(status.genres())
                .containsExactly(
                        new GenreStatus("jazz", "Jazz", "part-2", 9, false, 1, 1, 5, 1),
                        new GenreStatus("zzz", null, null, 1, true, 1, 0, 0, 0));
        assertThat(status.artists()).isEqualTo(2);
        assertThat(status.albums()).isEqualTo(6);
        assertThat(status.duplicates()).isOne();
        assertThat(status.pending()).isOne();
    }

    @Test
    void labelsAreCountedByKindAndTheMostFrequentOnesComeWithTheirClasses() {
        fill("labelled");

        CatalogueStatus status = status("labelled");

        assertThat(status.labels())
                .containsExactly(new LabelKindCount(LabelKind.QUERY, 1, 1), new LabelKindCount(LabelKind.TAG, 3, 1));
        assertThat(status.frequent())
                .containsExactlyInAnyOrder(
                        new FrequentLabel("jazz", LabelKind.QUERY, 1, "Jazz"),
                        new FrequentLabel("jazz", LabelKind.TAG, 1, "Jazz"),
                        new FrequentLabel("seen live at home", LabelKind.TAG, 1, null),
                        new FrequentLabel("soul", LabelKind.TAG, 1, "Soul"));
    }

    @Test
    void refusalsThatDifferInNumbersAndAddressesAloneAreOneReasonWithAnExample() {
        fill("refusing");

        assertThat(status("refusing").refusals())
                .containsExactly(new RefusalReason(
                        "the image at ... has n pixels", 2, "r1", "the image at http://x/1.jpg has 41.5 pixels"));
    }

    @Test
    void theStatusOfAServerStaysInTheReason() {
        new SourceStore(DATABASE.jdbi()).create(Examples.source("gone"));
        listings.save(
                "gone",
                "jazz",
                new NextStep.Search(null),
                new ListedPart(List.of(), List.of(album("r1"), album("r2")), false, 2, null),
                NOW,
                NOW);
        albums.refuse("gone", "r1", "https://archive.org/release/16.jpg answered with status 404");
        albums.refuse("gone", "r2", "https://archive.org/release/235.jpg answered with status 404");

        assertThat(status("gone").refusals())
                .extracting(RefusalReason::reason, RefusalReason::covers)
                .containsExactly(tuple("... answered with status 404", 2));
    }

    @Test
    void pacesSayWhatWasSentLatelyAndUntilWhenAnApiIsClosed() {
        new SourceStore(DATABASE.jdbi()).create(Examples.source("paced"));
        PaceStore paces = new PaceStore(DATABASE.jdbi());
        Pace pace = new Pace(100, Duration.ofSeconds(30));
        paces.admit("paced-api", pace, NOW.minus(Duration.ofMinutes(10)));
        paces.admit("paced-api", pace, NOW.minusSeconds(10));
        paces.admit("paced-api", pace, NOW.minusSeconds(5));
        paces.closeUntil("paced-api", NOW.plusSeconds(60), "429");
        paces.closeUntil("paced-api-covers", NOW.minusSeconds(60), "429 then");

        paces.admit("another-api", pace, NOW.minusSeconds(5));

        assertThat(status("paced").paces())
                .containsExactly(
                        new PaceStatus("paced-api", NOW.plusSeconds(60), "429", 2, 3),
                        new PaceStatus("paced-api-covers", NOW.minusSeconds(60), "429 then", 0, 0));
    }

    @Test
    void theLastSyncIsToldFromItsStartToItsEnd() {
        new SourceStore(DATABASE.jdbi()).create(Examples.source("synced"));
        SyncStore syncs = new SyncStore(DATABASE.jdbi());
        syncs.begin("run-1", "catalogue-synced", "synced", 100, null, NOW);
        syncs.end("catalogue-synced", "synced", "all there", NOW.plusSeconds(5));
        syncs.begin("run-2", "catalogue-synced", "synced", 0, List.of("jazz", "deep house"), NOW.plusSeconds(10));
        syncs.begin("run-2", "catalogue-synced", "synced", 7, null, NOW.plusSeconds(11));

        assertThat(status("synced").sync())
                .isEqualTo(new LastSync("run-2", 0, List.of("jazz", "deep house"), NOW.plusSeconds(10), null, null));

        syncs.end("catalogue-synced", "synced", "every genre has what was asked for", NOW.plusSeconds(20));
        syncs.end("catalogue-synced", "synced", "a retry", NOW.plusSeconds(21));

        assertThat(status("synced").sync())
                .isEqualTo(new LastSync(
                        "run-2",
                        0,
                        List.of("jazz", "deep house"),
                        NOW.plusSeconds(10),
                        NOW.plusSeconds(20),
                        "every genre has what was asked for"));
    }

    @Test
    void coversAreWantedOfTheGenresThatTheLastSyncAskedForAlone() {
        new SourceStore(DATABASE.jdbi()).create(Examples.source("wanting"));
        SyncStore syncs = new SyncStore(DATABASE.jdbi());
        assertThat(syncs.last("wanting")).isEmpty();
        syncs.begin("wanting-1", "catalogue-wanting", "wanting", 500, null, NOW);

        assertThat(status("wanting").classes()).extracting(ClassStatus::wanted).containsOnly(500);

        syncs.begin("wanting-2", "catalogue-wanting", "wanting", 20, List.of("jazz", "deep house"), NOW.plusSeconds(1));

        assertThat(status("wanting").classes())
                .filteredOn(genre -> genre.wanted() != null)
                .containsExactlyInAnyOrder(new ClassStatus("Jazz", 0, 0, 20), new ClassStatus("Techno", 0, 0, 20));
    }

    private CatalogueStatus status(String source) {
        return statuses.of(source, PaceNames.of(source + "-api"), MAPPING, Duration.ofMinutes(10), NOW);
    }

    private void fill(String source) {
        new SourceStore(DATABASE.jdbi()).create(Examples.source(source));
        Instant relist = NOW.minus(Duration.ofDays(30));
        listings.save(
                source,
                "jazz",
                new NextStep.Search(null),
                new ListedPart(List.of(new Artist("a", "A", List.of())), List.of(), true, 9, "part-2"),
                NOW,
                relist);
        listings.save(
                source,
                "jazz",
                new NextStep.AlbumsOf("a", null),
                new ListedPart(
                        List.of(),
                        List.of(
                                album("c1"),
                                album("c1 again", "http://x/c1.jpg"),
                                album("r1"),
                                album("r2"),
                                album("p1")),
                        true,
                        5,
                        null),
                NOW,
                relist);
        listings.save(
                source,
                "zzz",
                new NextStep.Search(null),
                new ListedPart(List.of(new Artist("z", "Z", List.of())), List.of(), true, 1, null),
                NOW,
                relist);
        listings.save(
                source,
                "by itself",
                new NextStep.Check("elsewhere"),
                new ListedPart(
                        List.of(),
                        List.of(new ListedAlbum(
                                "c2",
                                "C",
                                "a",
                                "A",
                                "artist:a",
                                List.of(tag("jazz"), tag("soul"), tag("seen live at home")),
                                "http://x/c2.jpg")),
                        false,
                        1,
                        null),
                NOW,
                relist);
        albums.store(source, "c1", digest(source + 1), 9, 9, thumbnail(1));
        DATABASE.jdbi()
                .useHandle(handle -> handle.execute(
                        "update cover set added_at = now() - interval '1 hour' where source = ?", source));
        albums.store(source, "c2", digest(source + 2), 9, 9, thumbnail(2));
        albums.refuse(source, "r1", "the image at http://x/1.jpg has 41.5 pixels");
        albums.refuse(source, "r2", "the image at https://x/22.jpg has 7 pixels");
    }

    private static SourceLabel tag(String text) {
        return new SourceLabel(text, LabelKind.TAG, 3);
    }

    private static ListedAlbum album(String id) {
        return album(id, "http://x/" + id + ".jpg");
    }

    private static ListedAlbum album(String id, String imageUrl) {
        return new ListedAlbum(id, id, "a", "A", "artist:a", List.of(), imageUrl);
    }
}
