package ai.fomo.storage.dataset;

import static ai.fomo.storage.Examples.digest;
import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.catalogue.Cover;
import ai.fomo.domain.dataset.Split;
import ai.fomo.storage.Examples;
import ai.fomo.storage.TestDatabase;
import ai.fomo.storage.catalogue.CoverStore;
import ai.fomo.storage.catalogue.SourceStore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SplitStoreIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final SplitStore splits = new SplitStore(DATABASE.jdbi());

    @BeforeEach
    void twoSources() {
        for (String source : List.of("here", "there")) {
            new SourceStore(DATABASE.jdbi()).create(Examples.source(source));
        }
        add("here", "a", "Sade");
        add("here", "b", digest("b").hex());
        add("there", "a", "Moby");
        add("there", "c", "Moby");
        add("there", "d", "Nico");
    }

    @Test
    void theFirstSplitOfAGroupIsForGood() {
        splits.remember(1, new TreeMap<>(Map.of("Sade", Split.TEST)));
        splits.remember(1, new TreeMap<>(Map.of("Sade", Split.TRAIN)));
        splits.remember(2, new TreeMap<>(Map.of("Sade", Split.VALIDATION)));

        assertThat(splits.remembered(1, "here")).containsExactly(Map.entry("Sade", Split.TEST));
        assertThat(splits.remembered(2, "here")).containsExactly(Map.entry("Sade", Split.VALIDATION));
    }

    @Test
    void groupsAndImagesOfASourceAreRememberedAndNoOthers() {
        splits.remember(
                3,
                new TreeMap<>(Map.of(
                        "Sade", Split.TRAIN, digest("b").hex(), Split.TEST, "Moby", Split.TEST, "Nobody", Split.TEST)));

        assertThat(splits.remembered(3, "here"))
                .containsOnly(
                        Map.entry("Sade", Split.TRAIN), Map.entry(digest("b").hex(), Split.TEST));
    }

    @Test
    void anImageHasItsOwnSplitOrThatOfItsGroup() {
        splits.remember(4, new TreeMap<>(Map.of("Moby", Split.TRAIN, digest("c").hex(), Split.TEST)));

        assertThat(splits.ofImages(4, List.of(digest("a"), digest("b"), digest("c"), digest("d"), digest("e"))))
                .containsOnly(Map.entry(digest("a"), Split.TRAIN), Map.entry(digest("c"), Split.TEST));
    }

    @Test
    void awkwardNamesOfGroupsComeBackAsTheyAre() {
        String awkward = "tab\t line\n return\r back\\slash \\N 'quote' \u65e5\u672c \ud83c\udfb5";
        add("here", "awkward", awkward);

        splits.remember(5, new TreeMap<>(Map.of(awkward, Split.TEST)));

        assertThat(splits.remembered(5, "here")).containsExactly(Map.entry(awkward, Split.TEST));
    }

    private static void add(String source, String image, String group) {
        new CoverStore(DATABASE.jdbi()).add(new Cover(digest(image), source, image, group, null, 9, 9, List.of()));
    }
}
