package ai.fomo.activities.training;

import ai.fomo.activities.feature.FeatureReader;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.learning.feature.FeatureRow;
import ai.fomo.learning.feature.FeatureRows;
import ai.fomo.learning.training.TrainingData;
import ai.fomo.storage.dataset.DatasetStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings together the items of a dataset and their features, in the order of the dataset. */
public final class LabelledFeatures {
    private final DatasetStore datasets;
    private final FeatureReader reader;

    public LabelledFeatures(DatasetStore datasets, FeatureReader reader) {
        this.datasets = datasets;
        this.reader = reader;
    }

    /**
     * What a network is trained on and stopped by; test items are not read.
     *
     * @param mirrored features of the mirrored training images; null where they are not trained on
     */
    public TrainingData forTraining(FeatureManifest manifest, @Nullable FeatureManifest mirrored) {
        int classes = dataset(manifest).classes().size();
        int width = manifest.encoder().dimension();
        Map<Sha256, FeatureRow> features = reader.read(manifest);
        List<DatasetItem> items = datasets.items(manifest.dataset());
        List<Labelled> train = select(items, Split.TRAIN, features);
        List<Labelled> validation = select(items, Split.VALIDATION, features);
        List<FeatureRows> views = new ArrayList<>();
        views.add(rows(train, width));
        if (mirrored != null) {
            Map<Sha256, FeatureRow> other = reader.read(mirrored);
            // An image that went bad in between is seen as it was.
            views.add(new FeatureRows(
                    width,
                    train.stream()
                            .map(item -> other.getOrDefault(item.item().image(), item.features()))
                            .toList()));
        }
        return new TrainingData(views, targets(train, classes), rows(validation, width), targets(validation, classes));
    }

    /** The items of one split that have features. */
    public List<Labelled> of(FeatureManifest manifest, Split split) {
        return select(datasets.items(manifest.dataset()), split, reader.read(manifest));
    }

    /** All items that have features. */
    public List<Labelled> all(FeatureManifest manifest) {
        Map<Sha256, FeatureRow> features = reader.read(manifest);
        List<Labelled> labelled = new ArrayList<>();
        for (DatasetItem item : datasets.items(manifest.dataset())) {
            FeatureRow row = features.get(item.image());
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

    private static List<Labelled> select(List<DatasetItem> items, Split split, Map<Sha256, FeatureRow> features) {
        List<Labelled> selected = new ArrayList<>();
        for (DatasetItem item : items) {
            FeatureRow row = features.get(item.image());
            if (item.split() == split && row != null) {
                selected.add(new Labelled(item, row));
            }
        }
        return selected;
    }

    /** @param width of the features: the dimension of their encoder */
    public static FeatureRows rows(List<Labelled> items, int width) {
        return new FeatureRows(width, items.stream().map(Labelled::features).toList());
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
