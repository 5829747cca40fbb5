package ai.fomo.storage.dataset;

import static ai.fomo.storage.Examples.dataset;
import static ai.fomo.storage.Examples.digest;
import static ai.fomo.storage.Examples.manifest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.dataset.DatasetManifest;
import ai.fomo.domain.dataset.Exclusion;
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.dataset.SplitCounts;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.storage.Examples;
import ai.fomo.storage.TestDatabase;
import ai.fomo.storage.catalogue.SourceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DatasetStoreIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final DatasetStore datasets = new DatasetStore(DATABASE.jdbi());
    private final SourceStore sources = new SourceStore(DATABASE.jdbi());

    @Test
    void aDatasetComesBackAsItWasSaved() {
        sources.create(Examples.source("round"));
        DatasetManifest manifest = manifest("round");
        Dataset dataset = dataset("round", manifest);
        Exclusion exclusion = new Exclusion(digest("excluded"), Exclusion.Reason.NO_CLASS, "no label has a rule");

        datasets.save(dataset, manifest.items(), List.of(exclusion));

        assertThat(datasets.find(dataset.digest())).contains(dataset);
        assertThat(datasets.latest("round")).contains(dataset);
        assertThat(datasets.list()).contains(dataset);
        assertThat(datasets.items(dataset.digest())).isEqualTo(manifest.items());
        assertThat(datasets.exclusions(dataset.digest())).containsExactly(exclusion);
    }

    @Test
    void savingItAgainChangesNothing() {
        sources.create(Examples.source("again"));
        DatasetManifest manifest = manifest("again");
        Dataset dataset = dataset("again", manifest);
        datasets.save(dataset, manifest.items(), List.of(new Exclusion(digest("x"), Exclusion.Reason.NO_CLASS, "why")));
        int before = datasets.list().size();

        datasets.save(dataset, manifest.items(), List.of(new Exclusion(digest("x"), Exclusion.Reason.NO_CLASS, "why")));

        assertThat(datasets.list()).hasSize(before);
        assertThat(datasets.items(dataset.digest())).isEqualTo(manifest.items());
        assertThat(datasets.exclusions(dataset.digest())).hasSize(1);
    }

    @Test
    void theLatestIsTheOneThatWasBuiltLastEvenIfItIsAnOldOneAgain() {
        sources.create(Examples.source("growing"));
        Dataset first = dataset("growing", manifest("first"));
        Dataset second = dataset("growing", manifest("second"));
        datasets.save(first, manifest("first").items(), List.of());
        datasets.save(second, manifest("second").items(), List.of());
        assertThat(datasets.latest("growing")).contains(second);

        datasets.save(first, manifest("first").items(), List.of());

        assertThat(datasets.latest("growing")).contains(first);
    }

    @Test
    void twoSourcesWithTheSameContentShareADatasetAndKeepTheirNames() {
        sources.create(Examples.source("one"));
        sources.create(Examples.source("other"));
        DatasetManifest manifest = manifest("shared");
        datasets.save(dataset("one", manifest), manifest.items(), List.of());
        datasets.save(dataset("other", manifest), manifest.items(), List.of());

        assertThat(datasets.latest("one")).contains(dataset("one", manifest));
        assertThat(datasets.latest("other")).contains(dataset("other", manifest));
        assertThat(datasets.items(manifest.digest())).hasSize(3);
    }

    @Test
    void thousandsOfItemsComeBackInOrder() {
        sources.create(Examples.source("large"));
        List<DatasetItem> items = new ArrayList<>();
        for (int i = 0; i < 5_001; i++) {
            Split split = List.of(Split.values()).get(i % 3);
            items.add(new DatasetItem(digest("large" + i), "group" + i, split, new TreeSet<>(List.of(i % 2))));
        }
        DatasetManifest manifest = new DatasetManifest(List.of("a", "b"), items);

        datasets.save(dataset("large", manifest), manifest.items(), List.of());

        assertThat(datasets.items(manifest.digest())).isEqualTo(manifest.items());
    }

    @Test
    void countsThatContradictTheItemsAreRefusedAndNothingIsWritten() {
        sources.create(Examples.source("wrong"));
        DatasetManifest manifest = manifest("wrong");
        Dataset wrong = new Dataset(
                manifest.digest(),
                "wrong",
                new Labelling.FromLabels(),
                0,
                manifest.classes(),
                new SplitCounts(5, 5, 5));

        assertThatThrownBy(() -> datasets.save(wrong, manifest.items(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("15 items, was given 3");

        assertThat(datasets.find(manifest.digest())).isEmpty();
    }

    @Test
    void aFailureHalfwayLeavesNoPartOfADataset() {
        DatasetManifest manifest = manifest("without source");

        assertThatThrownBy(() -> datasets.save(dataset("no such source", manifest), manifest.items(), List.of()))
                .hasMessageContaining("dataset_build_name_fkey");

        assertThat(datasets.items(manifest.digest())).isEmpty();
    }
}
