package ai.fomo.activities.training;

import ai.fomo.activities.feature.FeatureReader;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.learning.training.TrainingData;
import ai.fomo.storage.dataset.DatasetStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings together the items of a dataset and their features, in the order of the dataset. */
public final class LabelledFeatures {
    private final DatasetStore datasets;
    private final FeatureReader reader;

    public LabelledFeatures(DatasetStore datasets, FeatureReader reader) {
        this.datasets = datasets;
        this.reader = reader;
    }

    /** What a head is trained on and stopped by; test items are not read. */
    public TrainingData forTraining(FeatureManifest manifest) {
        int classes = dataset(manifest).classes().size();
        Map<Sha256, float[]> features = reader.read(manifest);
        List<DatasetItem> items = datasets.items(manifest.dataset());
        List<Labelled> train = select(items, Split.TRAIN, features);
        List<Labelled> validation = select(items, Split.VALIDATION, features);
        return new TrainingData(rows(train), targets(train, classes), rows(validation), targets(validation, classes));
    }

    /** The items of one split that have features. */
    public List<Labelled> of(FeatureManifest manifest, Split split) {
        return select(datasets.items(manifest.dataset()), split, reader.read(manifest));
    }

    /** All items that have features. */
    public List<Labelled> all(FeatureManifest manifest) {
        Map<Sha256, float[]> features = reader.read(manifest);
        List<Labelled> labelled = new ArrayList<>();
        for (DatasetItem item : datasets.items(manifest.dataset())) {
            float[] row = features.get(item.image());
            if (row != null) {
                labelled.add(new Labelled(item, row));
            }
        }
        return labelled;
    }

    /** The dataset that the features are of. */
    public Dataset dataset(FeatureManifest manifest) {
        return datasets.find(manifest.dataset())
                .orElseThrow(() -> new IllegalStateException("no dataset " + manifest.dataset()));
    }

    private static List<Labelled> select(List<DatasetItem> items, Split split, Map<Sha256, float[]> features) {
        List<Labelled> selected = new ArrayList<>();
        for (DatasetItem item : items) {
            float[] row = features.get(item.image());
            if (item.split() == split && row != null) {
                selected.add(new Labelled(item, row));
            }
        }
        return selected;
    }

    /** Feature matrix of shape (items, dimension). */
    public static float[][] rows(List<Labelled> items) {
        return items.stream().map(Labelled::features).toArray(float[][]::new);
    }

    private static float[][] targets(List<Labelled> items, int classes) {
        float[][] targets = new float[items.size()][classes];
        for (int i = 0; i < targets.length; i++) {
            for (int c : items.get(i).item().classes()) {
                targets[i][c] = 1;
            }
        }
        return targets;
    }
}
