package ai.fomo.activities.evaluation;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.dataset.DuplicatePair;
import ai.fomo.domain.dataset.HashedImage;
import ai.fomo.domain.dataset.NearDuplicates;
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.evaluation.TrainingOverlap;
import ai.fomo.storage.catalogue.FingerprintStore;
import ai.fomo.storage.dataset.DatasetStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds out which judged items a model knows from its training. It looks at the items themselves, not at how their dataset
 * promises to have been split.
 */
public final class TrainingOverlaps {
    private static final int EXAMPLES = 10;

    private final DatasetStore datasets;
    private final FingerprintStore fingerprints;

    public TrainingOverlaps(DatasetStore datasets, FingerprintStore fingerprints) {
        this.datasets = datasets;
        this.fingerprints = fingerprints;
    }

    /**
     * @param judged items of any datasets
     * @param judgedDatasets the datasets that they are of
     * @param ancestor the dataset that the model was trained on
     */
    public TrainingOverlap of(Collection<DatasetItem> judged, Set<Sha256> judgedDatasets, Sha256 ancestor) {
        Set<Sha256> trained = new HashSet<>();
        Set<String> groups = new HashSet<>();
        for (DatasetItem item : datasets.items(ancestor)) {
            if (item.split() != Split.TEST) {
                trained.add(item.image());
                groups.add(item.group());
            }
        }
        Set<Sha256> images = new TreeSet<>();
        Set<Sha256> others = new TreeSet<>();
        Set<String> shared = new HashSet<>();
        for (DatasetItem item : judged) {
            (trained.contains(item.image()) ? images : others).add(item.image());
            // An image that is a group of its own is counted as an image.
            if (groups.contains(item.group())
                    && !item.group().equals(item.image().hex())) {
                shared.add(item.group());
            }
        }
        Set<Sha256> copies = copies(others, trained, judgedDatasets, ancestor);
        return new TrainingOverlap(
                List.of(ancestor),
                images.size(),
                copies.size(),
                shared.size(),
                Stream.concat(images.stream(), copies.stream()).limit(EXAMPLES).toList());
    }

    /** Those of the images that show the picture of a trained one. A copy of a copy is one, whatever lies between. */
    private Set<Sha256> copies(Set<Sha256> judged, Set<Sha256> trained, Set<Sha256> judgedDatasets, Sha256 ancestor) {
        Map<Sha256, HashedImage> hashed = new HashMap<>();
        Stream.concat(judgedDatasets.stream(), Stream.of(ancestor))
                .flatMap(dataset -> fingerprints.hashed(dataset).stream())
                .filter(image -> judged.contains(image.image()) || trained.contains(image.image()))
                .forEach(image -> hashed.put(image.image(), image));
        Map<Sha256, List<Sha256>> neighbours = new HashMap<>();
        for (DuplicatePair pair : NearDuplicates.find(hashed.values(), fingerprints)) {
            neighbours.computeIfAbsent(pair.first(), image -> new ArrayList<>()).add(pair.second());
            neighbours
                    .computeIfAbsent(pair.second(), image -> new ArrayList<>())
                    .add(pair.first());
        }
        Set<Sha256> reached = new HashSet<>();
        Deque<Sha256> open = new ArrayDeque<>();
        neighbours.keySet().stream().filter(trained::contains).forEach(open::add);
        while (!open.isEmpty()) {
            Sha256 image = open.remove();
            if (reached.add(image)) {
                open.addAll(Objects.requireNonNull(neighbours.get(image)));
            }
        }
        Set<Sha256> copies = new TreeSet<>(reached);
        copies.retainAll(judged);
        return copies;
    }
}
