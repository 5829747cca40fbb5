package ai.fomo.domain.dataset;

import static ai.fomo.domain.dataset.Builds.cover;
import static ai.fomo.domain.dataset.Builds.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.fomo.domain.catalogue.Cover;
import ai.fomo.domain.dataset.RareClassRule.Treatment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RareClassesTest {
    /** 120 images of Jazz, 5 of them of Soul too, one of Soul alone, and nothing of Techno. */
    private static List<Cover> covers() {
        List<Cover> covers = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            covers.add(cover(
                    "image " + i, "group " + i, null, i < 5 ? new String[] {"jazz", "soul"} : new String[] {"jazz"}));
        }
        covers.add(cover("only soul", "soul", null, "soul"));
        return covers;
    }

    private static DatasetBuild build(Treatment treatment, int minimumExamples) {
        BuildRules rules = new BuildRules(SplitShares.standard(), 0, new RareClassRule(treatment, minimumExamples));
        return DatasetBuilder.build(known(covers()), Copies.none(), RememberedSplits.none(), rules);
    }

    @Test
    void areRefusedByNameWithTheFloorAndTheWaysOut() {
        assertThatExceptionOfType(RareClassesException.class)
                .isThrownBy(() -> build(Treatment.REFUSE, 10))
                .withMessageStartingWith("Soul (6 images, ")
                .withMessageContaining("Techno (no image) have too few images")
                .withMessageContaining("needs 10 in all, and one in each split")
                .withMessageContaining("--rare-classes drop");
    }

    @Test
    void anEmptyClassIsRefusedThoughTheFloorIsZero() {
        assertThatExceptionOfType(RareClassesException.class)
                .isThrownBy(() -> build(Treatment.REFUSE, 0))
                .withMessageContaining("Techno (no image)");
    }

    @Test
    void areTakenOutWithTheImagesThatHaveNoOtherClass() {
        DatasetBuild build = build(Treatment.DROP, 10);

        assertThat(build.manifest().classes()).containsExactly("Jazz");
        assertThat(build.manifest().items())
                .hasSize(120)
                .allMatch(item -> item.classes().equals(List.of(0)));
        assertThat(build.exclusions())
                .singleElement()
                .satisfies(exclusion -> assertThat(exclusion.reason()).isEqualTo(Exclusion.Reason.RARE_CLASSES));
    }

    @Test
    void classesBehindADroppedOneAreRenumbered() {
        List<Cover> covers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            covers.add(cover("image " + i, "group " + i, null, "soul", "techno"));
        }
        BuildRules rules = new BuildRules(SplitShares.standard(), 0, new RareClassRule(Treatment.DROP, 10));

        DatasetManifest manifest = DatasetBuilder.build(known(covers), Copies.none(), RememberedSplits.none(), rules)
                .manifest();

        assertThat(manifest.classes()).containsExactly("Soul", "Techno");
        assertThat(manifest.items()).allMatch(item -> item.classes().equals(List.of(0, 1)));
    }

    @Test
    void areKeptAndNamedWhereThatIsAskedFor() {
        DatasetBuild build = build(Treatment.KEEP, 10);

        assertThat(build.manifest().classes()).containsExactly("Jazz", "Soul", "Techno");
        assertThat(build.findings())
                .anyMatch(finding ->
                        finding.startsWith("below the floor of 10 images") && finding.contains("Techno (no image)"));
    }

    @Test
    void droppingEveryClassIsRefused() {
        assertThatExceptionOfType(RareClassesException.class)
                .isThrownBy(() -> build(Treatment.DROP, 1_000))
                .withMessageStartingWith("no class is left: all 3");
    }

    @Test
    void aClassWithFewTestImagesIsNamedThoughItIsAboveTheFloor() {
        assertThat(build(Treatment.DROP, 10).findings()).isEmpty();

        List<Cover> covers = covers();
        for (int i = 0; i < 30; i++) {
            covers.add(cover("more " + i, "more " + i, null, "soul"));
        }
        BuildRules rules = new BuildRules(SplitShares.standard(), 0, new RareClassRule(Treatment.DROP, 10));
        DatasetBuild build = DatasetBuilder.build(known(covers), Copies.none(), RememberedSplits.none(), rules);

        assertThat(build.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding)
                        .startsWith("fewer than 10 images to test: Soul (36 images, ")
                        .endsWith("take their figures with caution"));
    }
}
