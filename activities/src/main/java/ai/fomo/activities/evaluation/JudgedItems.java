package ai.fomo.activities.evaluation;

import ai.fomo.activities.training.Labelled;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.evaluation.Contender;
import ai.fomo.domain.evaluation.DecisionRule;
import ai.fomo.domain.evaluation.ScoredItem;
import ai.fomo.domain.evaluation.ScoredItems;
import ai.fomo.domain.evaluation.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The items of one dataset that a model is judged on.
 *
 * @param classes of the model; what the items say of classes is brought into its order
 * @param items with their features, in the order of the dataset
 * @param slices that the images are in, besides those of their classes
 */
record JudgedItems(Dataset dataset, List<String> classes, List<Labelled> items, Map<Sha256, List<Slice>> slices) {

    /** Whether the model has no class that the dataset lacks. */
    static boolean covers(Dataset dataset, List<String> classes) {
        return dataset.classes().containsAll(classes);
    }

    /** @throws ClassesDifferException where the dataset has a class that the model does not know, or no item to judge */
    JudgedItems {
        List<String> unknown = dataset.classes().stream()
                .filter(name -> !classes.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ClassesDifferException("dataset " + dataset.name() + " has classes that the model does not know: "
                    + String.join(", ", unknown) + "; the model's are " + String.join(", ", classes)
                    + "; map the labels to these, or train a model on the dataset");
        }
        if (items.isEmpty()) {
            throw new ClassesDifferException("dataset " + dataset.name() + " ("
                    + dataset.digest().abbreviated() + ") has no image that a model could be judged on");
        }
    }

    List<DatasetItem> datasetItems() {
        return items.stream().map(Labelled::item).toList();
    }

    Contender contender(ScoreSheet sheet, DecisionRule rule) {
        List<ScoredItem> scored = new ArrayList<>(items.size());
        for (Labelled labelled : items) {
            DatasetItem item = labelled.item();
            scored.add(new ScoredItem(
                    item.image(),
                    item.group(),
                    truth(dataset, classes, item),
                    sheet.probabilities(item.image()),
                    slices.getOrDefault(item.image(), List.of())));
        }
        return new Contender(new ScoredItems(classes, scored), rule);
    }

    /** Indices into the model's classes. */
    static SortedSet<Integer> truth(Dataset dataset, List<String> classes, DatasetItem item) {
        SortedSet<Integer> truth = new TreeSet<>();
        item.classes().forEach(c -> truth.add(classes.indexOf(dataset.classes().get(c))));
        return truth;
    }
}
