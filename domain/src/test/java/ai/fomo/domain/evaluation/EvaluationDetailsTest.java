package ai.fomo.domain.evaluation;

import static ai.fomo.domain.evaluation.Scores.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.fomo.domain.Digests;
import ai.fomo.domain.poster.GenreConfidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class EvaluationDetailsTest {
    private static final List<String> CLASSES = List.of("Jazz", "Soul", "Techno");

    /** Served are {Jazz}, {Jazz, Soul}, and as a fallback {Jazz}. */
    private static final EvaluationDetail WORKED = EvaluationDetails.of(new Contender(
            new ScoredItems(
                    CLASSES,
                    List.of(
                            item("a", List.of(0), 0.9, 0.2, 0.1),
                            item("b", List.of(1), 0.6, 0.8, 0.1),
                            item("c", List.of(0, 1), 0.3, 0.2, 0.1),
                            item("d", List.of(), 0.3, 0.2, 1))),
            Scores.thresholds(3, 0.5)));

    @Test
    void confusionCountsEveryPairOfTrueAndServed() {
        assertThat(WORKED.confusion()).containsExactly(List.of(2, 0, 0), List.of(2, 1, 0), List.of(0, 0, 0));
    }

    @Test
    void curvesGoThroughEveryScoreThatGainsRecall() {
        GenreCurve jazz = WORKED.curves().get(0);

        assertThat(jazz.points()).containsExactly(new CurvePoint(0.5, 1), new CurvePoint(1, 0.5));
        assertThat(jazz.served()).isEqualTo(new CurvePoint(1, 2.0 / 3));
        assertThat(WORKED.curves().get(2)).isEqualTo(new GenreCurve("Techno", List.of(), new CurvePoint(0, 0)));
    }

    @Test
    void binsHoldConfidenceAndTruth() {
        assertThat(WORKED.calibration()).hasSize(15);
        CalibrationBin low = WORKED.calibration().get(3);
        // 0.2 is the bound of bins 2 and 3, and belongs to the upper one.
        assertThat(low.pairs()).isEqualTo(3);
        assertThat(low.confidence()).isCloseTo(0.2, within(1e-12));
        assertThat(low.share()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(WORKED.calibration().get(14).pairs()).isEqualTo(1);
        assertThat(WORKED.calibration().get(0)).isEqualTo(new CalibrationBin(0, 1.0 / 15, 0, 0, 0));
    }

    @Test
    void theBestAndTheWorstAreShownWithTheirAnswers() {
        assertThat(WORKED.best()).hasSize(4);
        assertThat(WORKED.best().get(0).image()).isEqualTo(Digests.digest("a"));
        assertThat(WORKED.best().get(0).loss())
                .isCloseTo(-(Math.log(0.9) + Math.log(0.8) + Math.log(0.9)) / 3, within(1e-12));
        assertThat(WORKED.best().get(1).answer())
                .containsExactly(new GenreConfidence("Soul", 0.8, false), new GenreConfidence("Jazz", 0.6, false));
        // Certain of Techno, which it is not: a finite loss all the same.
        assertThat(WORKED.worst().get(0).image()).isEqualTo(Digests.digest("d"));
        assertThat(WORKED.worst().get(0).loss())
                .isCloseTo(-(Math.log(0.7) + Math.log(0.8) + Math.log(1e-7)) / 3, within(1e-6));
        assertThat(WORKED.worst().get(1).answer()).containsExactly(new GenreConfidence("Jazz", 0.3, true));
    }

    @Test
    void ofEquallyGoodItemsThoseWithTheLowerDigestAreShown() {
        List<ScoredItem> items = new ArrayList<>(IntStream.range(0, 30)
                .mapToObj(i -> item("item " + i, List.of(0), 0.9, 0.2, 0.1))
                .toList());
        EvaluationDetail detail =
                EvaluationDetails.of(new Contender(new ScoredItems(CLASSES, items), Scores.thresholds(3, 0.5)));

        assertThat(detail.best().stream().map(JudgedItem::image)).isSorted().hasSize(12);
        Collections.reverse(items);
        assertThat(EvaluationDetails.of(new Contender(new ScoredItems(CLASSES, items), Scores.thresholds(3, 0.5))))
                .isEqualTo(detail);
    }

    @Property(tries = 20)
    void aThinnedCurveKeepsItsEndsAndItsShape(@ForAll @LongRange(max = 100_000) long seed) {
        ScoredItems items = Scores.random(3000, 2, 0.3, seed);
        List<CurvePoint> all = PrecisionRecallCurve.points(items.scores(0), items.truths(0));
        List<CurvePoint> thinned = PrecisionRecallCurve.of(items, 0);

        assertThat(thinned).hasSizeLessThanOrEqualTo(100).isSubsetOf(all);
        assertThat(thinned.get(0)).isEqualTo(all.get(0));
        assertThat(thinned.get(thinned.size() - 1)).isEqualTo(all.get(all.size() - 1));
        // The first few points are noise, up and down by half; the area is what a plot shows.
        assertThat(area(thinned)).isCloseTo(area(all), within(0.005));
    }

    private static double area(List<CurvePoint> points) {
        return IntStream.range(1, points.size())
                .mapToDouble(i -> (points.get(i).recall() - points.get(i - 1).recall())
                        * (points.get(i).precision() + points.get(i - 1).precision())
                        / 2)
                .sum();
    }
}
