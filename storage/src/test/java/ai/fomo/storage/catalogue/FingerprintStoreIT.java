package ai.fomo.storage.catalogue;

import static ai.fomo.storage.Examples.digest;
import static ai.fomo.storage.Examples.thumbnail;
import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Cover;
import ai.fomo.domain.catalogue.Thumbnail;
import ai.fomo.domain.dataset.HashedImage;
import ai.fomo.domain.dataset.Split;
import ai.fomo.storage.Examples;
import ai.fomo.storage.TestDatabase;
import ai.fomo.storage.dataset.SplitStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class FingerprintStoreIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Thumbnail PLAIN = new Thumbnail(new byte[Thumbnail.BYTES]);

    private final FingerprintStore fingerprints = new FingerprintStore(DATABASE.jdbi());
    private final CoverStore covers = new CoverStore(DATABASE.jdbi());

    @Test
    void thumbnailsComeBackByImageAndTheFirstOneStays() {
        Map<Sha256, Thumbnail> many = new HashMap<>();
        for (int i = 0; i < 4_321; i++) {
            many.put(digest("many" + i), thumbnail(i));
        }
        fingerprints.putAll(many);
        fingerprints.put(digest("many7"), thumbnail(8));

        assertThat(fingerprints.of(many.keySet())).isEqualTo(many);
        assertThat(fingerprints.of(List.of(digest("many7"), digest("unknown"))))
                .containsOnlyKeys(digest("many7"))
                .containsValue(thumbnail(7));
    }

    @Test
    void imagesOfASourceHaveAHashOrArePlainOrAreMissing() {
        source("kinds");
        cover("kinds", "seen", "g");
        cover("kinds", "seen again", "g", digest("seen"));
        cover("kinds", "plain", "g");
        cover("kinds", "old", "g");
        fingerprints.put(digest("seen"), thumbnail(1));
        fingerprints.put(digest("plain"), PLAIN);
        fingerprints.put(digest("of no source"), thumbnail(2));

        assertThat(fingerprints.hashed("kinds"))
                .containsExactly(new HashedImage(digest("seen"), thumbnail(1).hash()));
        assertThat(fingerprints.plain("kinds")).containsExactly(digest("plain"));
        assertThat(fingerprints.missing("kinds")).isOne();
        assertThat(fingerprints.missing("kinds", Optional.empty(), 10)).containsExactly(digest("old"));
    }

    @Test
    void missingOnesAreListedPageByPageEachImageOnce() {
        source("pages");
        for (int i = 0; i < 7; i++) {
            cover("pages", "first" + i, "g", digest("page" + i));
            cover("pages", "second" + i, "g", digest("page" + i));
        }
        List<Sha256> sorted = List.copyOf(new TreeSet<>(Examples.digests("page", 7)));

        List<Sha256> first = fingerprints.missing("pages", Optional.empty(), 4);
        List<Sha256> rest = fingerprints.missing("pages", Optional.of(first.get(3)), 4);

        assertThat(first).isEqualTo(sorted.subList(0, 4));
        assertThat(rest).isEqualTo(sorted.subList(4, 7));
    }

    @Test
    void fingerprintsOfAnotherVersionAreAsIfTheyWereNotThere() {
        source("versions");
        cover("versions", "v", "g");
        fingerprints.put(digest("v"), thumbnail(3));
        DATABASE.jdbi()
                .useHandle(handle -> handle.execute(
                        "update image_fingerprint set version = version + 1 where image = ?",
                        digest("v").hex()));

        assertThat(fingerprints.hashed("versions")).isEmpty();
        assertThat(fingerprints.of(List.of(digest("v")))).isEmpty();
        assertThat(fingerprints.missing("versions")).isOne();
    }

    @Test
    void imagesElsewhereCountWhereTheyOrTheirGroupsHaveASplit() {
        source("own");
        source("other");
        cover("own", "shared", "A");
        cover("other", "shared", "A");
        cover("other", "by group", "Sade");
        cover("other", "by itself", digest("by itself").hex());
        cover("other", "never used", "B");
        List.of("shared", "by group", "by itself", "never used")
                .forEach(name -> fingerprints.put(digest(name), thumbnail(name.length())));
        new SplitStore(DATABASE.jdbi())
                .remember(
                        9,
                        new TreeMap<>(Map.of(
                                "A",
                                Split.TRAIN,
                                "Sade",
                                Split.TRAIN,
                                digest("by itself").hex(),
                                Split.TEST)));

        assertThat(fingerprints.hashedElsewhere("own", 9))
                .extracting(HashedImage::image)
                .containsExactlyInAnyOrder(digest("by group"), digest("by itself"));
        assertThat(fingerprints.hashedElsewhere("own", 10)).isEmpty();
    }

    @Test
    void anImportedCoverHasItsFingerprintFromTheBeginning() {
        Cover cover = new Cover(digest("whole"), "whole", "a.png", "g", null, 9, 9, List.of());

        covers.importAll(Examples.source("whole"), List.of(cover), Map.of(digest("whole"), thumbnail(4)), Map.of());

        assertThat(fingerprints.of(List.of(digest("whole")))).containsValue(thumbnail(4));
        assertThat(fingerprints.missing("whole")).isZero();
    }

    @Test
    void aFetchedCoverHasItsFingerprintFromTheBeginning() {
        source("fetched");
        Cover cover = new Cover(digest("album"), "fetched", "album", "g", null, 9, 9, List.of());

        assertThat(covers.add(cover, thumbnail(5))).isTrue();
        assertThat(covers.add(cover, thumbnail(5))).isFalse();

        assertThat(fingerprints.missing("fetched")).isZero();
    }

    private static void source(String name) {
        new SourceStore(DATABASE.jdbi()).create(Examples.source(name));
    }

    private void cover(String source, String name, String group) {
        cover(source, name, group, digest(name));
    }

    private void cover(String source, String name, String group, Sha256 image) {
        covers.add(new Cover(image, source, name, group, null, 9, 9, List.of()));
    }
}
