package ai.fomo.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.fomo.domain.Digests;
import ai.fomo.domain.registry.ModelVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class EvaluatorPropertiesTest {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(40, 3);

    /** Up to 40 items in groups of about 3; classes that none or all have, items that have none, and equal scores occur. */
    private static Contender contender(int classes, long truthSeed, long scoreSeed) {
        Random truths = new Random(truthSeed);
        Random scores = new Random(scoreSeed);
        int number = 1 + truths.nextInt(40);
        double[] shares = truths.doubles(classes, -0.3, 1.3).toArray();
        List<ScoredItem> items = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            TreeSet<Integer> truth = new TreeSet<>();
            IntStream.range(0, classes)
                    .filter(genre -> truths.nextDouble() < shares[genre])
                    .forEach(truth::add);
            double[] probabilities = scores.doubles(classes)
                    .map(score -> Math.round(score * 10) / 10.0)
                    .toArray();
            items.add(new ScoredItem(
                    Digests.digest("item " + i), "artist " + truths.nextInt(14), truth, probabilities, List.of()));
        }
        return new Contender(new ScoredItems(Scores.classes(classes), items), Scores.thresholds(classes, 0.6));
    }

    private static Judgement judge(Contender model, Contender champion) {
        return Evaluator.judge(
                model,
                Scores.frequencies(model.items()),
                BOOTSTRAP,
                new ScoredChampion(new ModelVersion(1, Digests.digest("champion")), champion));
    }

    private static Contender shuffled(Contender contender, long seed) {
        List<ScoredItem> items = new ArrayList<>(contender.items().items());
        Collections.shuffle(items, new Random(seed));
        return new Contender(new ScoredItems(contender.items().classes(), items), contender.rule());
    }

    @Property(tries = 100)
    void theOrderOfItemsChangesNoDigit(
            @ForAll @IntRange(min = 1, max = 5) int classes, @ForAll @LongRange(max = 100_000) long seed) {
        Contender model = contender(classes, seed, seed);
        Contender champion = contender(classes, seed, seed + 1);

        assertThat(judge(shuffled(model, seed), shuffled(champion, seed))).isEqualTo(judge(model, champion));
    }

    @Property(tries = 100)
    void aModelIsNoBetterThanItself(
            @ForAll @IntRange(min = 1, max = 5) int classes, @ForAll @LongRange(max = 100_000) long seed) {
        Contender model = contender(classes, seed, seed);
        Comparison comparison = Evaluator.compare(model, model, BOOTSTRAP);

        Interval expected = comparison.groups() == 1 ? new Interval(-1, 1) : new Interval(0, 0);
        assertThat(comparison.measures()).hasSize(Measure.values().length);
        assertThat(comparison.measures().values()).allSatisfy(difference -> {
            assertThat(difference.gain().value()).isEqualTo(0);
            assertThat(difference.gain().interval()).isEqualTo(expected);
        });
        assertThat(comparison.genres()).hasSize(classes);
    }

    @Property(tries = 100)
    void comparingTheOtherWayRoundTurnsTheSigns(
            @ForAll @IntRange(min = 1, max = 5) int classes, @ForAll @LongRange(max = 100_000) long seed) {
        Contender first = contender(classes, seed, seed);
        Contender second = contender(classes, seed, seed + 1);
        Comparison there = Evaluator.compare(first, second, BOOTSTRAP);
        Comparison back = Evaluator.compare(second, first, BOOTSTRAP);

        there.measures().forEach((measure, difference) -> {
            Estimate gain = difference.gain();
            Estimate loss = Objects.requireNonNull(back.measures().get(measure)).gain();
            assertThat(gain.value()).isCloseTo(-loss.value(), within(1e-12));
            assertThat(gain.interval().low()).isCloseTo(-loss.interval().high(), within(1e-12));
            assertThat(gain.standardError()).isCloseTo(loss.standardError(), within(1e-12));
        });
    }

    @Property(tries = 200)
    void everyFigureIsANumberInItsRange(
            @ForAll @IntRange(min = 1, max = 5) int classes, @ForAll @LongRange(max = 100_000) long seed) {
        Judgement judgement = judge(contender(classes, seed, seed), contender(classes, seed, seed + 1));
        List<Figure> figures = new ArrayList<>(judgement.figures().figures().values());
        judgement.genres().forEach(genre -> figures.addAll(genre.figures().values()));

        assertThat(figures).allSatisfy(figure -> {
            assertThat(figure.value()).isBetween(0.0, 1 + 1e-12);
            assertThat(figure.constant()).isBetween(0.0, 1 + 1e-12);
            if (figure.interval() != null && figure.lift() != null) {
                assertThat(figure.interval().low()).isBetween(0.0, 1 + 1e-12);
                assertThat(figure.interval().high()).isBetween(0.0, 1 + 1e-12);
                assertThat(figure.lift().standardError()).isBetween(0.0, 1.0);
            }
        });
    }

    @Test
    void theNumberOfThreadsChangesNoDigit() throws Exception {
        Contender model = contender(5, 11, 11);
        Contender champion = contender(5, 11, 12);
        ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool many = new ForkJoinPool(7);
        try {
            assertThat(many.submit(() -> judge(model, champion)).get())
                    .isEqualTo(one.submit(() -> judge(model, champion)).get());
        } finally {
            one.shutdown();
            many.shutdown();
        }
    }

    @Test
    void aJudgementsComparisonIsThatOfComparing() {
        Contender model = contender(4, 5, 5);
        Contender champion = contender(4, 5, 6);
        ChampionComparison inJudgement =
                Objects.requireNonNull(judge(model, champion).champion());

        assertThat(inJudgement.comparison()).isEqualTo(Evaluator.compare(model, champion, BOOTSTRAP));
    }

    @Test
    void aChampionThatIsRightWhereTheModelIsWrongHasTheSameFiguresAndNoGain() {
        List<ScoredItem> firstHalf = new ArrayList<>();
        List<ScoredItem> secondHalf = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double right = i % 2 == 0 ? 0.9 : 0.1;
            firstHalf.add(Scores.item("item " + i, List.of(0), right, 1 - right));
            secondHalf.add(Scores.item("item " + i, List.of(0), 1 - right, right));
        }
        Comparison comparison = Evaluator.compare(
                new Contender(new ScoredItems(Scores.classes(2), firstHalf), Scores.thresholds(2, 0.5)),
                new Contender(new ScoredItems(Scores.classes(2), secondHalf), Scores.thresholds(2, 0.5)),
                Bootstrap.standard());
        Difference difference = Objects.requireNonNull(comparison.measures().get(Measure.TOP_1));

        assertThat(difference.gain().value()).isZero();
        // Each item is worth +1 or -1: the mean of 40 has a standard error of 1/sqrt(40).
        assertThat(difference.gain().standardError()).isCloseTo(1 / Math.sqrt(40), within(0.015));
        assertThat(difference.gain().interval().contains(0.25)).isTrue();
    }

    @Test
    void modelsThatWereNotAskedTheSameCannotBeCompared() {
        Contender model = contender(3, 1, 1);
        List<ScoredItem> items = model.items().items();
        assertThat(items).hasSizeGreaterThan(2);

        refused(model, shuffled(model, 1), "same order; item");
        refused(
                model,
                with(model, items.subList(1, items.size())),
                (items.size() - 1) + ": they have to be the same items");
        ScoredItem last = items.get(items.size() - 1);
        for (ScoredItem other : List.of(
                new ScoredItem(last.image(), "another artist", last.truth(), last.probabilities(), List.of()),
                new ScoredItem(
                        last.image(),
                        last.group(),
                        new TreeSet<>(last.truth().contains(0) ? List.of() : List.of(0)),
                        last.probabilities(),
                        List.of()))) {
            List<ScoredItem> changed = new ArrayList<>(items);
            changed.set(items.size() - 1, other);
            refused(model, with(model, changed), "item " + items.size() + " is");
        }
        refused(model, contender(4, 1, 1), "they have to know the same classes");
    }

    private static Contender with(Contender model, List<ScoredItem> items) {
        return new Contender(new ScoredItems(model.items().classes(), items), model.rule());
    }

    private static void refused(Contender first, Contender second, String because) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluator.compare(first, second, BOOTSTRAP))
                .withMessageContaining(because);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> judge(first, second))
                .withMessageContaining(because);
    }
}
