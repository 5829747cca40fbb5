package ai.fomo.domain.dataset;

import static ai.fomo.domain.Digests.digest;
import static ai.fomo.domain.dataset.Builds.alone;
import static ai.fomo.domain.dataset.Builds.build;
import static ai.fomo.domain.dataset.Builds.cover;
import static ai.fomo.domain.dataset.Builds.item;
import static ai.fomo.domain.dataset.Builds.leaks;
import static ai.fomo.domain.dataset.Builds.near;
import static ai.fomo.domain.dataset.Builds.reasons;
import static ai.fomo.domain.dataset.Builds.remembered;
import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.dataset.Exclusion.Reason;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RememberedSplitsTest {
    @Test
    void aGroupStaysWhereItWas() {
        for (Split split : Split.values()) {
            DatasetBuild build = build(
                    Copies.none(),
                    remembered(Map.of("A", split), Map.of()),
                    cover("a", "A", null, "soul"),
                    cover("b", "A", null, "soul"));

            assertThat(item(build, "a").split()).isEqualTo(split);
            assertThat(item(build, "b").split()).isEqualTo(split);
            assertThat(build.assigned())
                    .containsOnlyKeys(
                            "train",
                            "validation",
                            "test",
                            digest("train").hex(),
                            digest("validation").hex(),
                            digest("test").hex(),
                            digest("a").hex(),
                            digest("b").hex());
        }
    }

    @Test
    void anImageStaysWhereItWasUnderWhateverGroup() {
        DatasetBuild build =
                build(Copies.none(), remembered(Map.of(), Map.of("a", Split.TEST)), cover("a", "A", null, "soul"));

        assertThat(item(build, "a").split()).isEqualTo(Split.TEST);
        assertThat(build.assigned()).containsEntry("A", Split.TEST);
    }

    @Test
    void aCopyOfAnImageOfAnEarlierDatasetGoesWhereThatWas() {
        DatasetBuild build = build(
                near("old", "copy"), remembered(Map.of(), Map.of("old", Split.VALIDATION)), alone("copy", "soul"));

        assertThat(item(build, "copy").split()).isEqualTo(Split.VALIDATION);
        assertThat(leaks(build, Leak.Kind.NEAR_COPY))
                .singleElement()
                .satisfies(
                        leak -> assertThat(leak.detail()).contains(digest("old").hex()));
    }

    @Test
    void anImageThatMovedToAGroupOfAnotherSplitIsLeftOut() {
        DatasetBuild build = build(
                Copies.none(),
                remembered(Map.of("A", Split.TEST), Map.of("a", Split.TRAIN)),
                cover("a", "A", null, "soul"),
                cover("b", "A", null, "soul"));

        assertThat(reasons(build, "a")).containsExactly(Reason.BRIDGES_SPLITS);
        assertThat(item(build, "b").split()).isEqualTo(Split.TEST);
        assertThat(leaks(build, Leak.Kind.SEEN_BEFORE)).hasSize(1);
    }

    @Test
    void aNewGroupOfImagesFromSeveralSplitsGoesWhereMostOfThemWere() {
        DatasetBuild build = build(
                Copies.none(),
                remembered(Map.of(), Map.of("a", Split.TEST, "b", Split.TEST, "c", Split.TRAIN)),
                cover("a", "A", null, "soul"),
                cover("b", "A", null, "soul"),
                cover("c", "A", null, "soul"),
                cover("d", "A", null, "soul"));

        assertThat(item(build, "a").split()).isEqualTo(Split.TEST);
        assertThat(item(build, "d").split()).isEqualTo(Split.TEST);
        assertThat(reasons(build, "c")).containsExactly(Reason.BRIDGES_SPLITS);
    }

    @Test
    void ofEquallyManyTrainingWinsBecauseItTestsNothing() {
        DatasetBuild build = build(
                Copies.none(),
                remembered(Map.of(), Map.of("a", Split.TEST, "b", Split.TRAIN)),
                cover("a", "A", null, "soul"),
                cover("b", "A", null, "soul"));

        assertThat(item(build, "b").split()).isEqualTo(Split.TRAIN);
    }

    @Test
    void aGivenSplitIsKeptAgainstMemoryAndReportedWhereItTestsWhatWasTrainedOn() {
        DatasetBuild build = build(
                Copies.none(),
                remembered(Map.of("A", Split.TRAIN), Map.of("b", Split.TRAIN, "c", Split.TEST)),
                cover("a", "A", Split.TEST, "soul"),
                cover("b", "B", Split.VALIDATION, "soul"),
                cover("c", "C", Split.TRAIN, "soul"));

        assertThat(item(build, "a").split()).isEqualTo(Split.TEST);
        assertThat(item(build, "c").split()).isEqualTo(Split.TRAIN);
        assertThat(leaks(build, Leak.Kind.SEEN_BEFORE))
                .extracting(Leak::subject, Leak::resolved)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(digest("a").hex(), false),
                        org.assertj.core.groups.Tuple.tuple(digest("b").hex(), false));
        assertThat(build.findings()).anyMatch(finding -> finding.startsWith("2 images that the source gives"));
        assertThat(build.assigned()).doesNotContainKeys("A", digest("b").hex());
    }
}
