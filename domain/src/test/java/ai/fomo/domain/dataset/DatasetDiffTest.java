package ai.fomo.domain.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.DatasetDiff.Moved;
import ai.fomo.domain.dataset.DatasetDiff.Relabelled;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DatasetDiffTest {
    private static final Sha256 A = new Sha256("a".repeat(64));
    private static final Sha256 B = new Sha256("b".repeat(64));
    private static final Sha256 C = new Sha256("c".repeat(64));
    private static final Sha256 D = new Sha256("d".repeat(64));

    private static DatasetItem item(Sha256 image, Split split, Integer... classes) {
        return new DatasetItem(image, "of " + image.hex().charAt(0), split, List.of(classes));
    }

    @Test
    void everyImageIsTheSameOrAddedOrRemovedOrChanged() {
        DatasetManifest before = new DatasetManifest(
                List.of("Jazz", "Techno"),
                List.of(item(A, Split.TRAIN, 0), item(B, Split.TRAIN, 0, 1), item(C, Split.TEST, 1)));
        DatasetManifest after = new DatasetManifest(
                List.of("Jazz", "Techno"),
                List.of(item(A, Split.TRAIN, 0), item(B, Split.VALIDATION, 1), item(D, Split.TEST, 1)));

        DatasetDiff diff = DatasetDiff.between(before, after);

        assertThat(diff.same()).isEqualTo(1);
        assertThat(diff.added()).containsExactly(D);
        assertThat(diff.removed()).containsExactly(C);
        assertThat(diff.relabelled())
                .containsExactly(
                        new Relabelled(B, new TreeSet<>(List.of("Jazz", "Techno")), new TreeSet<>(List.of("Techno"))));
        assertThat(diff.moved()).containsExactly(new Moved(B, "of b", Split.TRAIN, Split.VALIDATION));
    }

    @Test
    void labelsAreComparedByNameWhateverTheOrderOfTheClasses() {
        DatasetManifest before = new DatasetManifest(List.of("Jazz", "Techno"), List.of(item(A, Split.TRAIN, 0)));
        DatasetManifest after = new DatasetManifest(List.of("Funk", "Jazz"), List.of(item(A, Split.TRAIN, 1)));

        assertThat(DatasetDiff.between(before, after))
                .isEqualTo(new DatasetDiff(1, List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void aDatasetDoesNotDifferFromItself() {
        DatasetManifest manifest = new DatasetManifest(
                List.of("Jazz", "Techno"), List.of(item(A, Split.TRAIN, 0), item(C, Split.TEST, 1)));

        assertThat(DatasetDiff.between(manifest, manifest).same()).isEqualTo(2);
    }
}
