package ai.fomo.domain.dataset;

import static ai.fomo.domain.Digests.digest;
import static ai.fomo.domain.dataset.Builds.alone;
import static ai.fomo.domain.dataset.Builds.build;
import static ai.fomo.domain.dataset.Builds.cover;
import static ai.fomo.domain.dataset.Builds.exclusionsOf;
import static ai.fomo.domain.dataset.Builds.has;
import static ai.fomo.domain.dataset.Builds.item;
import static ai.fomo.domain.dataset.Builds.leaks;
import static ai.fomo.domain.dataset.Builds.near;
import static ai.fomo.domain.dataset.Builds.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.dataset.Exclusion.Reason;
import ai.fomo.domain.dataset.Leak.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CopiesOfPicturesTest {
    private static DatasetBuild buildNear(Copies copies, ai.fomo.domain.catalogue.Cover... covers) {
        return build(copies, RememberedSplits.none(), covers);
    }

    @Test
    void exactCopiesAreOneItemWithTheLabelsOfAll() {
        DatasetBuild build = build(
                cover("a", "1.jpg", "A", null, 640, "house", "jazz"),
                cover("a", "2.jpg", "A", Split.TEST, 640, "soul", "jazz"));

        assertThat(item(build, "a").classes()).containsExactly(0, 1, 2);
        assertThat(item(build, "a").split()).isEqualTo(Split.TEST);
        assertThat(build.exclusions()).isEmpty();
        assertThat(leaks(build, Kind.COPY))
                .containsExactly(new Leak(Kind.COPY, digest("a").hex(), "2 covers have these bytes", true));
    }

    @Test
    void exactCopiesWithNoClassInCommonAreLeftOut() {
        DatasetBuild build =
                build(cover("a", "1.jpg", "A", null, 640, "house"), cover("a", "2.jpg", "A", null, 640, "soul"));

        assertThat(exclusionsOf(build, "a")).singleElement().satisfies(exclusion -> {
            assertThat(exclusion.reason()).isEqualTo(Reason.CONTRADICTORY_LABELS);
            assertThat(exclusion.detail()).isEqualTo("its copies have no class in common: Soul, Techno");
        });
        assertThat(build.findings()).anyMatch(finding -> finding.startsWith("1 image is left out because copies"));
    }

    @Test
    void aFileInTheFoldersOfTwoGenresHasBoth() {
        DatasetBuild build = build(
                cover("a", "Jazz/r-17.jpg", "A", null, 640, "jazz"),
                cover("a", "Soul/r-17.jpg", "A", null, 640, "soul"),
                cover("a", "Soul\\\\best.jpg", "A", null, 640, "soul"));

        assertThat(item(build, "a").classes()).containsExactly(0, 1);
    }

    @Test
    void aCopyWithoutAnyClassContradictsNobody() {
        DatasetBuild build =
                build(cover("a", "1.jpg", "A", null, 640, "house"), cover("a", "2.jpg", "A", null, 640, "polka"));

        assertThat(item(build, "a").classes()).containsExactly(2);
    }

    @Test
    void ofNearCopiesTheLargestStaysWithTheLabelsOfAll() {
        DatasetBuild build = buildNear(
                near("small", "large", "middle"),
                cover("small", "s", "A", null, 100, "jazz"),
                cover("large", "l", "A", null, 900, "jazz", "soul"),
                cover("middle", "m", "A", null, 300, "jazz", "techno"));

        assertThat(item(build, "large").classes()).containsExactly(0, 1, 2);
        assertThat(exclusionsOf(build, "small"))
                .containsExactly(new Exclusion(digest("small"), Reason.COPY, "a copy of " + digest("large")));
        assertThat(reasons(build, "middle")).containsExactly(Reason.COPY);
        assertThat(leaks(build, Kind.NEAR_COPY)).singleElement().satisfies(leak -> {
            assertThat(leak.subject()).isEqualTo(digest("large").hex());
            assertThat(leak.detail())
                    .contains(digest("small").hex(), digest("middle").hex());
            assertThat(leak.resolved()).isTrue();
        });
    }

    @Test
    void nearCopiesWithNoClassInCommonAreAllLeftOutThoughAThirdConnectsThem() {
        DatasetBuild build =
                buildNear(near("a", "b", "c"), alone("a", "jazz"), alone("b", "jazz", "soul"), alone("c", "soul"));

        assertThat(reasons(build, "a", "b", "c")).containsExactly(Reason.CONTRADICTORY_LABELS);
    }

    @Test
    void copiesInGroupsOfDifferentSplitsAreLeftOutAndTheGroupsAreNotChained() {
        DatasetBuild build = buildNear(
                near("a", "b"),
                cover("a", "train", null, "soul"),
                cover("b", "test", null, "soul"),
                cover("c", "test", null, "soul"));

        assertThat(reasons(build, "a", "b")).containsExactly(Reason.BRIDGES_SPLITS);
        assertThat(item(build, "c").split()).isEqualTo(Split.TEST);
        assertThat(item(build, "train").split()).isEqualTo(Split.TRAIN);
        assertThat(leaks(build, Kind.NEAR_COPY)).singleElement().satisfies(leak -> {
            assertThat(leak.resolved()).isTrue();
            assertThat(leak.detail()).contains("train and test");
        });
    }

    @Test
    void aPictureInTwoGroupsOfOneSplitStaysInTheFirst() {
        DatasetBuild build = build(cover("a", "B", Split.TRAIN, "soul"), cover("a", "train", null, "soul"));

        assertThat(item(build, "a").group()).isEqualTo("B");
    }

    @Test
    void copiesThatAreGivenTwoSplitsAreBothKeptAndReported() {
        DatasetBuild build = buildNear(
                near("a", "b", "c"),
                cover("a", "A", Split.TRAIN, "soul"),
                cover("b", "B", Split.TEST, "soul"),
                cover("c", "C", null, "soul"));

        assertThat(item(build, "a").split()).isEqualTo(Split.TRAIN);
        assertThat(item(build, "b").split()).isEqualTo(Split.TEST);
        assertThat(reasons(build, "c")).containsExactly(Reason.COPY);
        assertThat(leaks(build, Kind.NEAR_COPY)).hasSize(2).allSatisfy(leak -> {
            assertThat(leak.resolved()).isFalse();
            assertThat(leak.detail()).startsWith("given as train and test");
        });
    }

    @Test
    void oneImageGivenTwoSplitsIsLeftOut() {
        DatasetBuild build = build(
                cover("a", "1.jpg", "A", Split.TRAIN, 640, "soul"), cover("a", "2.jpg", "A", Split.TEST, 640, "soul"));

        assertThat(exclusionsOf(build, "a"))
                .containsExactly(
                        new Exclusion(digest("a"), Reason.GIVEN_SPLITS, "the image is given as train and test"));
        assertThat(leaks(build, Kind.COPY)).hasSize(1);
    }

    @Test
    void aGroupWhosePicturesAllCountInAnotherGoesWhereThatGoes() {
        DatasetBuild build = build(
                cover("a", "1.jpg", "test", null, 640, "soul"),
                cover("a", "1.jpg", "test and friends", null, 640, "soul"));

        assertThat(item(build, "a").split()).isEqualTo(Split.TEST);
        assertThat(build.assigned()).containsEntry("test and friends", Split.TEST);
    }

    @Test
    void coversOfOneNameInTwoGroupsAreTwoOpinions() {
        DatasetBuild build = build(
                cover("a", "A/cover.jpg", "A", null, 640, "soul"), cover("a", "B/cover.jpg", "B", null, 640, "jazz"));

        assertThat(reasons(build, "a")).containsExactly(Reason.CONTRADICTORY_LABELS);
    }

    @Test
    void aPlainImageThatSeveralGroupsHaveIsLeftOutAndOneGroupMayKeepIt() {
        Copies copies = new Copies(List.of(), Set.of(digest("black"), digest("white")));
        DatasetBuild build = buildNear(
                copies,
                cover("black", "1.jpg", "train", null, 640, "soul"),
                cover("black", "2.jpg", "test", null, 640, "soul"),
                cover("white", "3.jpg", "test", null, 640, "soul"));

        assertThat(reasons(build, "black")).containsExactly(Reason.PLAIN_IN_GROUPS);
        assertThat(item(build, "white").split()).isEqualTo(Split.TEST);
    }

    @Test
    void aStockPhotographDoesNotTieItsArtistsTogether() {
        List<ai.fomo.domain.catalogue.Cover> covers = new java.util.ArrayList<>();
        for (int i = 0; i < 60; i++) {
            covers.add(cover("stock", "stock-" + i, "artist " + i, null, 640, "soul"));
            covers.add(cover("own " + i, "artist " + i, null, "soul"));
        }

        DatasetBuild build = build(covers.toArray(ai.fomo.domain.catalogue.Cover[]::new));

        assertThat(reasons(build, "stock")).containsExactly(Reason.BRIDGES_SPLITS);
        assertThat(build.manifest().counts().test()).isBetween(4, 10);
        assertThat(has(build, "own 0")).isTrue();
    }
}
