package ai.fomo.storage.evaluation;

import ai.fomo.domain.RunId;
import ai.fomo.domain.evaluation.Bootstrap;
import ai.fomo.domain.evaluation.ClassFrequencies;
import ai.fomo.domain.evaluation.Contender;
import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.EvaluationDetails;
import ai.fomo.domain.evaluation.EvaluationSource;
import ai.fomo.domain.evaluation.Evaluator;
import ai.fomo.domain.evaluation.ScoredChampion;
import ai.fomo.domain.evaluation.ScoredItem;
import ai.fomo.domain.evaluation.ScoredItems;
import ai.fomo.domain.evaluation.ThresholdSelection;
import ai.fomo.domain.evaluation.TrainingOverlap;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.storage.Examples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Items as a model without training would score them: each class is observed through noise, and the probability is the one
 * that follows from the observation, which makes it calibrated.
 */
final class Simulated {
    private static final TrainingOverlap NONE = new TrainingOverlap(List.of(), 0, 0, 0, List.of());

    private Simulated() {}

    /**
     * Of classes that an item has with equal chance, at least one; two items make a group.
     *
     * @param separations one per class: how far observations with and without it are apart, in standard deviations of the noise
     * @param seed equal ones give the same items and the same noise
     */
    static ScoredItems items(int count, double labelsPerItem, double[] separations, long seed) {
        Random random = new Random(seed);
        int classes = separations.length;
        double prior = labelsPerItem / classes;
        List<ScoredItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SortedSet<Integer> truth = new TreeSet<>(List.of(random.nextInt(classes)));
            for (int genre = 0; genre < classes; genre++) {
                if (random.nextDouble() < prior - 1.0 / classes) {
                    truth.add(genre);
                }
            }
            items.add(new ScoredItem(
                    Examples.digest("item " + i),
                    "group " + i / 2,
                    truth,
                    observed(truth, prior, separations, random),
                    List.of()));
        }
        return new ScoredItems(
                IntStream.range(0, classes).mapToObj(genre -> "genre " + genre).toList(), items);
    }

    /** The same items, through other noise. */
    static ScoredItems seenAgain(ScoredItems items, double[] separations, double labelsPerItem, long seed) {
        Random random = new Random(-1 - seed);
        double prior = labelsPerItem / separations.length;
        return rescored(
                items,
                items.items().stream()
                        .map(item -> observed(item.truth(), prior, separations, random))
                        .toList());
    }

    /** The same ranking, with nearly every probability above one half. */
    static ScoredItems overconfident(ScoredItems items) {
        return rescored(
                items,
                items.items().stream()
                        .map(item -> Arrays.stream(item.probabilities())
                                .map(probability -> Math.pow(probability, 0.1))
                                .toArray())
                        .toList());
    }

    /** The same ranking, with all log odds moved by so much. */
    static ScoredItems shifted(ScoredItems items, double logOdds) {
        return rescored(
                items,
                items.items().stream()
                        .map(item -> Arrays.stream(item.probabilities())
                                .map(probability ->
                                        probability / (probability + (1 - probability) * Math.exp(-logOdds)))
                                .toArray())
                        .toList());
    }

    private static double[] observed(SortedSet<Integer> truth, double prior, double[] separations, Random random) {
        double[] probabilities = new double[separations.length];
        for (int genre = 0; genre < probabilities.length; genre++) {
            double separation = separations[genre];
            double observed = random.nextGaussian() + (truth.contains(genre) ? separation : 0);
            double logOdds = Math.log(prior / (1 - prior)) + separation * observed - separation * separation / 2;
            probabilities[genre] = 1 / (1 + Math.exp(-logOdds));
        }
        return probabilities;
    }

    static double[] equally(int classes, double separation) {
        double[] separations = new double[classes];
        Arrays.fill(separations, separation);
        return separations;
    }

    /** Every item alike. */
    static ScoredItems constant(ScoredItems items, double... probabilities) {
        return rescored(items, Collections.nCopies(items.items().size(), probabilities));
    }

    /** Each item with the scores of another: what a model makes of it that has learnt from shuffled labels. */
    static ScoredItems shuffled(ScoredItems items, long seed) {
        List<double[]> scores = new ArrayList<>(
                items.items().stream().map(ScoredItem::probabilities).toList());
        Collections.shuffle(scores, new Random(seed));
        return rescored(items, scores);
    }

    private static ScoredItems rescored(ScoredItems items, List<double[]> scores) {
        return new ScoredItems(
                items.classes(),
                IntStream.range(0, items.items().size())
                        .mapToObj(i -> {
                            ScoredItem item = items.items().get(i);
                            return new ScoredItem(
                                    item.image(), item.group(), item.truth(), scores.get(i), item.slices());
                        })
                        .toList());
    }

    /** Thresholds and constants from validation, figures from test, as a retraining has it. */
    static Evaluation evaluation(ScoredItems validation, ScoredItems test, @Nullable ScoredItems champion) {
        return evaluation(validation, test, champion, NONE);
    }

    static Evaluation evaluation(
            ScoredItems validation, ScoredItems test, @Nullable ScoredItems champion, TrainingOverlap overlap) {
        ClassFrequencies frequencies = new ClassFrequencies(
                validation.classes(),
                IntStream.range(0, validation.classes().size())
                        .mapToObj(genre -> (int) validation.items().stream()
                                .filter(item -> item.truth().contains(genre))
                                .count())
                        .toList(),
                validation.items().size());
        Contender contender = new Contender(test, ThresholdSelection.choose(validation));
        Bootstrap bootstrap = new Bootstrap(100, 1);
        ScoredChampion inUse = champion == null
                ? null
                : new ScoredChampion(
                        new ModelVersion(3, Examples.digest("champion")),
                        new Contender(champion, ThresholdSelection.choose(validation)));
        return new Evaluation(
                Evaluation.FORMAT,
                new EvaluationSource(
                        new RunId("retrain-simulated-1"),
                        new ModelVersion(4, Examples.digest("model")),
                        Examples.digest("dataset"),
                        Examples.digest("scores"),
                        null,
                        null,
                        overlap,
                        bootstrap,
                        null),
                Evaluator.judge(contender, frequencies, bootstrap, inUse),
                null,
                List.of(),
                List.of(),
                EvaluationDetails.of(contender));
    }
}
