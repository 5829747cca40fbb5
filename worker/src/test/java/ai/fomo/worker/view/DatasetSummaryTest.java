package ai.fomo.worker.view;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.dataset.DatasetManifest;
import ai.fomo.domain.dataset.DatasetStatistics;
import ai.fomo.domain.dataset.Exclusion;
import ai.fomo.domain.dataset.LabelDrift;
import ai.fomo.domain.dataset.Leak;
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.dataset.Subset;
import ai.fomo.domain.dataset.SubsetOf;
import ai.fomo.domain.dataset.SubsetSize;
import ai.fomo.domain.genre.Labelling;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetSummaryTest {
    private static final Sha256 A = new Sha256("a".repeat(64));
    private static final Sha256 B = new Sha256("b".repeat(64));
    private static final Sha256 C = new Sha256("c".repeat(64));
    private static final Sha256 D = new Sha256("d".repeat(64));

    private static final DatasetManifest MANIFEST = new DatasetManifest(
            List.of("Jazz", "Techno"),
            List.of(
                    new DatasetItem(A, "The Foxes", Split.TRAIN, List.of(0, 1)),
                    new DatasetItem(B, "The Foxes", Split.TRAIN, List.of(0)),
                    new DatasetItem(C, "Hares", Split.VALIDATION, List.of(0)),
                    new DatasetItem(D, "Owls", Split.TEST, List.of(1))));

    private static Dataset dataset(SubsetSize size) {
        return new Dataset(
                A,
                "posters",
                new Labelling.FromLabels(),
                0,
                MANIFEST.classes(),
                MANIFEST.counts(),
                new SubsetOf(B, new Subset(size, 7)));
    }

    private static DatasetDocument document(LabelDrift drift) {
        return DatasetDocument.of(
                dataset(new SubsetSize.Fraction(0.1)),
                Instant.EPOCH,
                DatasetStatistics.of(MANIFEST),
                List.of(new Exclusion(C, Exclusion.Reason.COPY, "shows the same picture as " + B.abbreviated())),
                List.of(
                        new Leak(Leak.Kind.GROUP, "The Foxes", "given as train and test", false),
                        new Leak(Leak.Kind.NEAR_COPY, C.hex(), "in train", true)),
                List.of("a finding"),
                drift);
    }

    @Test
    void everythingThatIsKnownOfADatasetIsOnTheTerminal() {
        LabelDrift drift = new LabelDrift(D, 0.25, List.of(new LabelDrift.ClassDrift("Jazz", 0.5, 0.75)));

        assertThat(DatasetSummary.of(document(drift))).isEqualTo("""
                dataset posters aaaaaaaaaaaa, built 1970-01-01 00:00:00 (UTC), seed 0
                10 % of bbbbbbbbbbbb, subset seed 7
                4 images in 2 genres; 1.25 genres per image; the most frequent genre has 1.5 times the images of the rarest

                genre       train  validation  test  images   share
                Jazz            2           1     0       3  75.0 %
                Techno          1           0     1       2  50.0 %
                all images      2           1     1       4

                fewer than 10 test images, too few to judge a model by: Jazz, Techno

                together most often:
                  Jazz + Techno  1 image

                leaks      found  resolved  remaining  for example
                near-copy      1         1          0  cccccccccccc: in train
                group          1         0          1  'The Foxes': given as train and test

                left out because  images  for example
                copy                   1  cccccccccccc: shows the same picture as bbbbbbbbbbbb

                labels against dataset dddddddddddd: distance 0.250 (0 the same, 1 nothing in common)
                  genre  before     now  points
                  Jazz   50.0 %  75.0 %   +25.0

                findings:
                  a finding""");
    }

    @Test
    void sizesOfSubsetsAreSaidAsPeopleWriteThem() {
        assertThat(DatasetDocument.inWords(new SubsetSize.Fraction(0.1))).isEqualTo("10 %");
        assertThat(DatasetDocument.inWords(new SubsetSize.Fraction(0.025))).isEqualTo("2.5 %");
        assertThat(DatasetDocument.inWords(new SubsetSize.Fraction(1))).isEqualTo("100 %");
        assertThat(DatasetDocument.inWords(new SubsetSize.Count(2_000))).isEqualTo("2,000 images");
    }
}
