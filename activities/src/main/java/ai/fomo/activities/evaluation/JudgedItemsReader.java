package ai.fomo.activities.evaluation;

import ai.fomo.activities.feature.FeatureReader;
import ai.fomo.activities.training.Labelled;
import ai.fomo.activities.training.LabelledFeatures;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.evaluation.Slice;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.storage.catalogue.CoverStore;
import ai.fomo.storage.dataset.DatasetStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a model is judged on. */
final class JudgedItemsReader {
    private final LabelledFeatures features;
    private final CoverStore covers;

    JudgedItemsReader(DatasetStore datasets, CoverStore covers, FeatureReader features) {
        this.features = new LabelledFeatures(datasets, features);
        this.covers = covers;
    }

    /**
     * The test items of a dataset.
     *
     * @throws ClassesDifferException where the dataset's classes are not the model's, or none of its images can be judged
     */
    JudgedItems test(FeatureManifest manifest, List<String> classes, Optional<String> medium) {
        Dataset dataset = features.dataset(manifest);
        if (!JudgedItems.covers(dataset, classes)) {
            throw new ClassesDifferException("dataset " + dataset.name() + " has the classes "
                    + String.join(", ", dataset.classes()) + ", and the model answers in "
                    + String.join(", ", classes) + "; judge it on a dataset of the same classes");
        }
        return read(manifest, dataset, classes, features.of(manifest, Split.TEST), medium);
    }

    /** All items of a dataset of posters: none of them is trained on. */
    JudgedItems posters(FeatureManifest manifest, List<String> classes) {
        return read(manifest, features.dataset(manifest), classes, features.all(manifest), Optional.of(Slices.POSTERS));
    }

    private JudgedItems read(
            FeatureManifest manifest,
            Dataset dataset,
            List<String> classes,
            List<Labelled> items,
            Optional<String> medium) {
        Map<Sha256, Set<LabelKind>> kinds = covers.labelKinds(dataset.name(), manifest.dataset());
        Map<Sha256, List<Slice>> slices = new HashMap<>();
        for (Labelled labelled : items) {
            Sha256 image = labelled.item().image();
            List<Slice> own = new ArrayList<>();
            own.add(new Slice(Slice.Kind.SOURCE, dataset.name()));
            for (LabelKind kind : kinds.getOrDefault(image, Set.of())) {
                own.add(new Slice(Slice.Kind.LABEL_KIND, kind.name().toLowerCase(Locale.ROOT)));
            }
            medium.ifPresent(name -> own.add(new Slice(Slice.Kind.MEDIUM, name)));
            slices.put(image, List.copyOf(own));
        }
        return new JudgedItems(dataset, classes, items, slices);
    }

    /** Names of the slices of {@link Slice.Kind#MEDIUM}. */
    static final class Slices {
        static final String COVERS = "covers";
        static final String POSTERS = "posters";

        private Slices() {}
    }
}
