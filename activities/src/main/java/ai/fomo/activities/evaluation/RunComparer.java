package ai.fomo.activities.evaluation;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.evaluation.Bootstrap;
import ai.fomo.domain.evaluation.Contender;
import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.Evaluator;
import ai.fomo.domain.evaluation.ScoredItem;
import ai.fomo.domain.evaluation.ScoredItems;
import ai.fomo.learning.model.ModelFile;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.evaluation.EvaluationRow;
import ai.fomo.storage.evaluation.EvaluationStore;
import ai.fomo.storage.registry.ModelRow;
import ai.fomo.storage.registry.ModelStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * Compares the models of two runs on stored scores. Their datasets may differ, as long as they share test items: a group keeps
 * its split in every dataset, so that those of an earlier one are in a later one too.
 */
public final class RunComparer {
    private final EvaluationStore evaluations;
    private final DatasetStore datasets;
    private final ModelStore models;
    private final BlobStore blobs;

    public RunComparer(EvaluationStore evaluations, DatasetStore datasets, ModelStore models, BlobStore blobs) {
        this.evaluations = evaluations;
        this.datasets = datasets;
        this.models = models;
        this.blobs = blobs;
    }

    /** One run's last evaluation, with its scores and the truth. */
    private record Judged(
            Evaluation evaluation,
            ModelFile model,
            ScoreSheet scores,
            Dataset dataset,
            Map<Sha256, DatasetItem> items,
            Set<Sha256> trained) {
        RunComparison.Side side() {
            return new RunComparison.Side(
                    evaluation.source().run(),
                    evaluation.source().model(),
                    dataset.digest(),
                    scores.scores().size());
        }

        /** In the other's order of classes, where the two differ. */
        SortedSet<Integer> truth(Sha256 image, List<String> classes) {
            DatasetItem item = items.get(image);
            if (item == null) {
                throw new IllegalStateException(
                        "image " + image + " was judged, and is not in dataset " + dataset.digest());
            }
            return JudgedItems.truth(dataset, classes, item);
        }
    }

    /** @throws RunsNotComparableException where one was not judged, their classes differ, or they share no test item */
    public RunComparison compare(RunId first, RunId second, Bootstrap bootstrap) {
        Pair rows = choose(rows(first), rows(second));
        Judged one = judged(rows.first());
        Judged other = judged(rows.second());
        List<String> classes = one.model().classes();
        if (!other.model().classes().equals(classes)) {
            throw new RunsNotComparableException(
                    "the models of " + first + " and " + second + " answer in different classes: "
                            + String.join(", ", classes) + "; and "
                            + String.join(", ", other.model().classes()));
        }
        List<ScoredItem> ofOne = new ArrayList<>();
        List<ScoredItem> ofOther = new ArrayList<>();
        int seen = 0;
        int relabelled = 0;
        for (Sha256 image : one.scores().scores().keySet()) {
            if (!other.scores().scores().containsKey(image)) {
                continue;
            }
            if (one.trained().contains(image) || other.trained().contains(image)) {
                seen++;
            } else if (!one.truth(image, classes).equals(other.truth(image, classes))) {
                relabelled++;
            } else {
                ofOne.add(scored(one, image, one));
                ofOther.add(scored(one, image, other));
            }
        }
        if (ofOne.isEmpty()) {
            throw new RunsNotComparableException("runs " + first + " and " + second
                    + " share no test image that neither was trained on; judge one of them on the other's dataset with:"
                    + " fomo evaluate --model VERSION --dataset NAME");
        }
        return new RunComparison(
                one.side(),
                other.side(),
                seen,
                relabelled,
                Evaluator.compare(
                        new Contender(
                                new ScoredItems(classes, ofOne), one.model().rule()),
                        new Contender(
                                new ScoredItems(classes, ofOther), other.model().rule()),
                        bootstrap));
    }

    /** Truth and group of the first run's dataset: both sides need the same. */
    private static ScoredItem scored(Judged truth, Sha256 image, Judged scores) {
        DatasetItem item = truth.items().get(image);
        return new ScoredItem(
                image,
                item == null ? image.hex() : item.group(),
                truth.truth(image, truth.model().classes()),
                scores.scores().probabilities(image),
                List.of());
    }

    private List<EvaluationRow> rows(RunId run) {
        List<EvaluationRow> rows = evaluations.ofRun(run);
        if (rows.isEmpty()) {
            throw new RunsNotComparableException(
                    "run " + run + " has judged no model; fomo watch " + run + " says how it ended");
        }
        return rows;
    }

    private record Pair(EvaluationRow first, EvaluationRow second) {}

    /** The latest on one dataset, where there are any; else what each run itself judged its model on. */
    private static Pair choose(List<EvaluationRow> first, List<EvaluationRow> second) {
        for (int i = first.size() - 1; i >= 0; i--) {
            for (int k = second.size() - 1; k >= 0; k--) {
                if (first.get(i).dataset().equals(second.get(k).dataset())) {
                    return new Pair(first.get(i), second.get(k));
                }
            }
        }
        return new Pair(first.get(0), second.get(0));
    }

    private int version(EvaluationRow row) {
        return models.ofRun(row.run()).stream()
                .filter(model -> model.version().digest().equals(row.model()))
                .map(model -> model.version().version())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no model " + row.model()));
    }

    private Judged judged(EvaluationRow row) {
        Evaluation evaluation = new StoredEvaluations(blobs).read(row.run(), version(row), row.report());
        Sha256 digest = evaluation.source().dataset();
        Dataset dataset = datasets.find(digest).orElseThrow(() -> new IllegalStateException("no dataset " + digest));
        int version = evaluation.source().model().version();
        ModelRow model = models.find(version).orElseThrow(() -> new IllegalStateException("no model " + version));
        Map<Sha256, DatasetItem> items = new HashMap<>();
        datasets.items(digest).forEach(item -> items.put(item.image(), item));
        Set<Sha256> trained = new HashSet<>();
        for (DatasetItem item : datasets.items(model.model().dataset())) {
            if (item.split() != Split.TEST) {
                trained.add(item.image());
            }
        }
        return new Judged(
                evaluation,
                ModelFile.parse(blobs.get(BlobKind.MODELS, row.model())),
                ScoreSheet.parse(
                        blobs.get(BlobKind.EVALUATIONS, evaluation.source().scores())),
                dataset,
                items,
                trained);
    }
}
