package ai.fomo.storage.catalogue;

import static ai.fomo.storage.Examples.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Artist;
import ai.fomo.domain.catalogue.Cover;
import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.catalogue.SourceLabel;
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.genre.ClassMapping;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.storage.Examples;
import ai.fomo.storage.TestDatabase;
import ai.fomo.storage.genre.BundledGenreMaps;
import ai.fomo.storage.genre.GenreMapStore;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class CatalogueIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final SourceStore sources = new SourceStore(DATABASE.jdbi());
    private final CoverStore covers = new CoverStore(DATABASE.jdbi());

    @Test
    void aSourceComesBackAsItWasCreated() {
        Labelling map = new Labelling.Mapped(new GenreMapStore(DATABASE.jdbi()).put(BundledGenreMaps.named("spotify")));
        Source source = new Source("outside", SourceKind.SPOTIFY, "http://127.0.0.1:9000", map);

        sources.create(source);

        assertThat(sources.find("outside")).contains(source);
        assertThat(sources.list()).contains(source);
        assertThat(sources.find("nowhere")).isEmpty();
    }

    @Test
    void creatingTheSameSourceAgainChangesNothingButAnotherOfThatNameIsRefused() {
        sources.create(Examples.source("twice"));

        assertThatCode(() -> sources.create(Examples.source("twice"))).doesNotThrowAnyException();
        assertThatThrownBy(() ->
                        sources.create(new Source("twice", SourceKind.SPOTIFY, "http://x", new Labelling.FromLabels())))
                .isInstanceOf(SourceExistsException.class)
                .hasMessageContaining("'twice'");
    }

    @Test
    void anotherMapIsThePresentOneAndTheOneBeforeStaysInTheHistory() {
        GenreMapStore maps = new GenreMapStore(DATABASE.jdbi());
        Sha256 first = maps.put(BundledGenreMaps.named("spotify"));
        Sha256 second = maps.put(BundledGenreMaps.named("event-tags"));
        sources.create(new Source("remapped", SourceKind.SPOTIFY, "http://x", new Labelling.Mapped(first)));

        assertThat(sources.remap("remapped", second)).isTrue();
        assertThat(sources.remap("remapped", second)).isFalse();

        assertThat(sources.find("remapped").orElseThrow().labelling()).isEqualTo(new Labelling.Mapped(second));
        assertThat(sources.maps("remapped")).extracting(SourceMap::map).containsExactly(first, second);
    }

    @Test
    void aSourceWithAnotherMapByNowIsStillTheOneThatItWasCreatedAs() {
        GenreMapStore maps = new GenreMapStore(DATABASE.jdbi());
        Source created = new Source(
                "created",
                SourceKind.SPOTIFY,
                "http://x",
                new Labelling.Mapped(maps.put(BundledGenreMaps.named("spotify"))));
        Sha256 second = maps.put(BundledGenreMaps.named("event-tags"));
        Sha256 never = maps.put(BundledGenreMaps.named("musicbrainz"));
        sources.create(created);
        sources.remap("created", second);

        sources.create(created);

        assertThat(sources.find("created").orElseThrow().labelling()).isEqualTo(new Labelling.Mapped(second));
        assertThatThrownBy(() -> sources.create(
                        new Source("created", SourceKind.SPOTIFY, "http://x", new Labelling.Mapped(never))))
                .isInstanceOf(SourceExistsException.class);
        assertThatThrownBy(() ->
                        sources.create(new Source("created", SourceKind.SPOTIFY, "http://y", created.labelling())))
                .isInstanceOf(SourceExistsException.class);
    }

    @Test
    void aSourceWithoutAMapCanBeGivenOneAndOneThatIsNotThereCannot() {
        Sha256 map = new GenreMapStore(DATABASE.jdbi()).put(BundledGenreMaps.named("spotify"));
        sources.create(Examples.source("unmapped"));

        assertThat(sources.remap("unmapped", map)).isTrue();

        assertThat(sources.maps("unmapped")).extracting(SourceMap::map).containsExactly(map);
        assertThatThrownBy(() -> sources.remap("nowhere", map)).hasMessageContaining("'nowhere'");
    }

    @Test
    void aSourceWithoutAlbumsAndCoversCanBecomeAnotherAndForgetsWhatTheFirstServerFound() {
        GenreMapStore maps = new GenreMapStore(DATABASE.jdbi());
        Labelling first = new Labelling.Mapped(maps.put(BundledGenreMaps.named("spotify")));
        Sha256 second = maps.put(BundledGenreMaps.named("event-tags"));
        sources.create(new Source("mistyped", SourceKind.SPOTIFY, null, first));
        new ListingStore(DATABASE.jdbi())
                .save(
                        "mistyped",
                        "jazz",
                        new NextStep.Search(null),
                        new ListedPart(List.of(new Artist("a", "A", List.of())), List.of(), true, 9, "part-2"),
                        Instant.EPOCH,
                        Instant.EPOCH);
        Source meant = new Source("mistyped", SourceKind.MUSICBRAINZ, null, new Labelling.Mapped(second));

        assertThat(sources.beginAnew(meant)).isTrue();
        assertThat(sources.beginAnew(meant)).isTrue();

        assertThat(sources.find("mistyped")).contains(meant);
        assertThat(sources.maps("mistyped"))
                .extracting(SourceMap::map)
                .hasSize(2)
                .endsWith(second);
        assertThat(new CursorStore(DATABASE.jdbi()).list("mistyped")).isEmpty();
        assertThat(DATABASE.jdbi()
                        .<Integer, RuntimeException>withHandle(
                                handle -> handle.createQuery("select count(*) from artist where source = 'mistyped'")
                                        .mapTo(Integer.class)
                                        .one()))
                .isZero();
    }

    @Test
    void aSourceThatHasACoverStaysWhatItWas() {
        sources.create(Examples.source("begun"));
        covers.add(cover("begun", "a.png", null, artist("house")));

        assertThat(sources.beginAnew(new Source("begun", SourceKind.SPOTIFY, null, new Labelling.FromLabels())))
                .isFalse();

        assertThat(sources.find("begun")).contains(Examples.source("begun"));
        assertThatThrownBy(() -> sources.beginAnew(Examples.source("nowhere"))).hasMessageContaining("'nowhere'");
    }

    @Test
    void aCoverComesBackAsItWasAdded() {
        sources.create(Examples.source("round"));
        Cover given = cover("round", "a.png", Split.TEST, artist("house"), artist("techno"));
        Cover free = cover("round", "b.png", null);

        assertThat(covers.add(given)).isTrue();
        assertThat(covers.add(free)).isTrue();

        assertThat(byExternalId("round")).containsExactly(given, free);
        assertThat(covers.find("round", "a.png")).contains(given);
        assertThat(covers.count("round")).isEqualTo(2);
    }

    @Test
    void aCoverThatIsKnownGainsNewLabelsAndKeepsItsImage() {
        sources.create(Examples.source("merge"));
        covers.add(cover("merge", "a.png", null, artist("house")));
        Cover again = new Cover(
                digest("another image"),
                "merge",
                "a.png",
                "artist",
                null,
                9,
                9,
                List.of(artist("house"), artist("edm")));

        assertThat(covers.add(again)).isFalse();

        assertThat(byExternalId("merge"))
                .containsExactly(cover("merge", "a.png", null, artist("edm"), artist("house")));
    }

    @Test
    void coversAreHandedOverOneByOneWithTheLabelsOfEach() {
        List<Cover> many = new ArrayList<>();
        for (int i = 0; i < 25_001; i++) {
            SourceLabel[] labels =
                    i % 3 == 0 ? new SourceLabel[0] : new SourceLabel[] {label("A, \"B\""), artist("L" + i % 7)};
            many.add(cover("streamed", "%05d.png".formatted(i), i % 2 == 0 ? Split.TEST : null, labels));
        }
        covers.importAll(Examples.source("streamed"), many, Map.of(), Map.of());
        covers.importAll(
                Examples.source("beside"), List.of(cover("beside", "00001.png", null, label("Z"))), Map.of(), Map.of());

        List<Cover> seen = new ArrayList<>();
        covers.forEach("streamed", seen::add);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(many);
    }

    @Test
    void labelsAndTheirCombinationsAreCountedByCover() {
        sources.create(Examples.source("labels"));
        covers.add(cover("labels", "a", null, artist("house"), label("house"), artist("edm")));
        covers.add(cover("labels", "b", null, artist("house"), artist("edm")));
        covers.add(cover("labels", "c", null, artist("edm")));
        covers.add(cover("labels", "d", null));

        assertThat(covers.labels("labels")).containsExactly(Map.entry("edm", 3), Map.entry("house", 2));
        assertThat(covers.labelSets("labels"))
                .containsOnly(
                        Map.entry(List.of("edm", "house"), 2), Map.entry(List.of("edm"), 1), Map.entry(List.of(), 1));
    }

    @Test
    void coversCountForEveryClassThatTheirLabelsMean() {
        sources.create(Examples.source("classes"));
        covers.add(cover("classes", "a", null, artist("hard techno"), artist("Techno"), artist("funky house")));
        covers.add(cover("classes", "b", null, artist("techno")));
        covers.add(cover("classes", "c", null, artist("nobody knows this one")));
        ClassMapping mapping = ClassMapping.of(BundledGenreMaps.named("spotify"));

        Map<String, Integer> have = covers.haveByClass("classes", mapping);

        assertThat(have)
                .containsEntry("Techno", 2)
                .containsEntry("Electronic", 1)
                .containsEntry("Jazz", 0);
        assertThat(have.keySet()).containsExactlyElementsOf(mapping.classes());
    }

    @Test
    void countingByClassHoldsNoneOfTheCombinationsOfLabelsThatCoversHave() {
        sources.create(Examples.source("combined"));
        DATABASE.jdbi().useHandle(handle -> {
            handle.execute("""
                    insert into cover (source, external_id, image, item_group, width, height)
                    select 'combined', i, encode(sha256(cast(cast(i as text) as bytea)), 'hex'), i, 9, 9
                    from generate_series(1, 20000) i""");
            handle.execute("""
                    insert into cover_label (source, external_id, label, kind)
                    select 'combined', i, case j when 0 then 'techno' else j || ' ' || i % (100 + j) end, 'TAG'
                    from generate_series(1, 20000) i, generate_series(0, 5) j""");
        });
        ClassMapping mapping = ClassMapping.of(BundledGenreMaps.named("spotify"));
        covers.haveByClass("combined", mapping);

        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Map<String, Integer> have = covers.haveByClass("combined", mapping);

        assertThat(have).containsEntry("Techno", 20_000);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(5_000_000);
    }

    @Test
    void aTagComesBackWithTheNumberOfThoseWhoGaveIt() {
        sources.create(Examples.source("tags"));
        Cover tagged = cover("tags", "a", null, artist("edm"), new SourceLabel("house", LabelKind.TAG, 7));
        covers.add(tagged);

        assertThat(covers.find("tags", "a")).contains(tagged);
        assertThat(byExternalId("tags")).containsExactly(tagged);
    }

    @Test
    void refusalsAreCountedOncePerImage() {
        sources.create(Examples.source("refusing"));

        covers.refuse("refusing", "bad.png", "unreadable");
        covers.refuse("refusing", "bad.png", "unreadable");
        covers.refuse("refusing", "huge.png", "too large");

        assertThat(covers.refusals("refusing")).isEqualTo(2);
        assertThat(covers.count("refusing")).isZero();
    }

    @Test
    void anImportOfThousandsIsThereAsAWhole() {
        List<Cover> many = new ArrayList<>();
        for (int i = 0; i < 3_456; i++) {
            many.add(cover("imported", "%05d.png".formatted(i), null, label("Jazz"), label("Rock")));
        }

        covers.importAll(
                Examples.source("imported"), many, Map.of(), Map.of("bad.png", "unreadable", "line 7", "no image"));

        assertThat(byExternalId("imported")).isEqualTo(many);
        assertThat(covers.refusals("imported")).isEqualTo(2);
    }

    @Test
    void anImportThatFailsLeavesNothingBehind() {
        Cover good = cover("half", "a.png", null, label("Jazz"));
        Cover bad = cover("half", "b\0.png", null, label("Jazz")); // PostgreSQL has no NUL in text

        assertThatThrownBy(() -> covers.importAll(Examples.source("half"), List.of(good, bad), Map.of(), Map.of()))
                .hasMessageContaining("0x00");

        assertThat(sources.find("half")).isEmpty();
        assertThat(covers.count("half")).isZero();
    }

    @Test
    void anImportUnderATakenNameIsRefused() {
        covers.importAll(Examples.source("taken"), List.of(cover("taken", "a.png", null)), Map.of(), Map.of());

        assertThatThrownBy(() -> covers.importAll(
                        Examples.source("taken"), List.of(cover("taken", "b.png", null)), Map.of(), Map.of()))
                .isInstanceOf(SourceExistsException.class);

        assertThat(covers.count("taken")).isOne();
    }

    private static Cover cover(String source, String externalId, @Nullable Split split, SourceLabel... labels) {
        return new Cover(digest(externalId), source, externalId, "artist", split, 640, 480, List.of(labels));
    }

    private static SourceLabel artist(String text) {
        return new SourceLabel(text, LabelKind.ARTIST);
    }

    private static SourceLabel label(String text) {
        return new SourceLabel(text, LabelKind.FILE);
    }

    private List<Cover> byExternalId(String source) {
        List<Cover> all = new ArrayList<>();
        covers.forEach(source, all::add);
        all.sort(Comparator.comparing(Cover::externalId));
        return all;
    }
}
