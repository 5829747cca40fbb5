package ai.fomo.storage.dataset;

import static ai.fomo.storage.Examples.build;
import static ai.fomo.storage.Examples.dataset;
import static ai.fomo.storage.Examples.digest;
import static ai.fomo.storage.Examples.manifest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetBuild;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.dataset.DatasetManifest;
import ai.fomo.domain.dataset.DatasetStatistics;
import ai.fomo.domain.dataset.Exclusion;
import ai.fomo.domain.dataset.Leak;
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.dataset.SplitCounts;
import ai.fomo.domain.dataset.Subset;
import ai.fomo.domain.dataset.SubsetOf;
import ai.fomo.domain.dataset.SubsetSize;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.storage.Examples;
import ai.fomo.storage.TestDatabase;
import ai.fomo.storage.catalogue.SourceStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DatasetStoreIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final List<Exclusion> EXCLUDED = Stream.of(
                    new Exclusion(digest("a copy"), Exclusion.Reason.COPY, "the same picture as 'b'"),
                    new Exclusion(digest("nothing"), Exclusion.Reason.NO_CLASS, "no label has a rule"))
            .sorted(Comparator.comparing(Exclusion::image))
            .toList();
    private static final SortedMap<String, Split> NONE = new TreeMap<>();

    private final DatasetStore datasets = new DatasetStore(DATABASE.jdbi());
    private final SourceStore sources = new SourceStore(DATABASE.jdbi());

    @Test
    void aDatasetComesBackAsItWasSaved() {
        sources.create(Examples.source("round"));
        DatasetManifest manifest = manifest("round");
        Dataset dataset = dataset("round", manifest);
        Exclusion exclusion = new Exclusion(digest("excluded"), Exclusion.Reason.NO_CLASS, "no label has a rule");

        datasets.save(dataset, build(manifest, List.of(exclusion)));

        assertThat(datasets.find(dataset.digest())).contains(dataset);
        assertThat(latest("round")).contains(dataset);
        assertThat(datasets.list()).contains(dataset);
        assertThat(datasets.items(dataset.digest())).isEqualTo(manifest.items());
        assertThat(datasets.exclusions(dataset.digest())).containsExactly(exclusion);
    }

    @Test
    void savingItAgainChangesNothing() {
        sources.create(Examples.source("again"));
        DatasetManifest manifest = manifest("again");
        Dataset dataset = dataset("again", manifest);
        datasets.save(dataset, build(manifest, List.of(new Exclusion(digest("x"), Exclusion.Reason.NO_CLASS, "why"))));
        int before = datasets.list().size();

        datasets.save(dataset, build(manifest, List.of(new Exclusion(digest("x"), Exclusion.Reason.NO_CLASS, "why"))));

        assertThat(datasets.list()).hasSize(before);
        assertThat(datasets.items(dataset.digest())).isEqualTo(manifest.items());
        assertThat(datasets.exclusions(dataset.digest())).hasSize(1);
    }

    @Test
    void theLatestIsTheOneThatWasBuiltLastEvenIfItIsAnOldOneAgain() {
        sources.create(Examples.source("growing"));
        Dataset first = dataset("growing", manifest("first"));
        Dataset second = dataset("growing", manifest("second"));
        datasets.save(first, build(manifest("first")));
        datasets.save(second, build(manifest("second")));
        assertThat(latest("growing")).contains(second);

        datasets.save(first, build(manifest("first")));

        assertThat(latest("growing")).contains(first);
    }

    @Test
    void twoSourcesWithTheSameContentShareADatasetAndKeepTheirNames() {
        sources.create(Examples.source("one"));
        sources.create(Examples.source("other"));
        DatasetManifest manifest = manifest("shared");
        datasets.save(dataset("one", manifest), build(manifest));
        datasets.save(dataset("other", manifest), build(manifest));

        assertThat(latest("one")).contains(dataset("one", manifest));
        assertThat(latest("other")).contains(dataset("other", manifest));
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

        datasets.save(dataset("large", manifest), build(manifest));

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

        assertThatThrownBy(() -> datasets.save(wrong, build(manifest)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("15 items, was given 3");

        assertThat(datasets.find(manifest.digest())).isEmpty();
    }

    @Test
    void aFailureHalfwayLeavesNoPartOfADataset() {
        DatasetManifest manifest = manifest("without source");

        assertThatThrownBy(() -> datasets.save(dataset("no such source", manifest), build(manifest)))
                .hasMessageContaining("dataset_build_name_fkey");

        assertThat(datasets.items(manifest.digest())).isEmpty();
    }

    @Test
    void leaksAndFindingsComeBackAndThoseOfTheLatestBuildCount() {
        sources.create(Examples.source("findings"));
        DatasetManifest manifest = manifest("findings");
        Dataset dataset = dataset("findings", manifest);
        Leak kept = new Leak(Leak.Kind.GROUP, "one\tand \\two", "in train and test", false);
        Leak resolved = new Leak(Leak.Kind.NEAR_COPY, digest("x").hex(), "of an image in train", true);
        datasets.save(dataset, new DatasetBuild(manifest, EXCLUDED, List.of(kept, resolved), NONE, List.of("first")));

        assertThat(datasets.leaks(dataset.digest())).containsExactly(kept, resolved);
        assertThat(datasets.exclusions(dataset.digest())).isEqualTo(EXCLUDED);
        assertThat(datasets.build(dataset.digest()).orElseThrow().findings()).containsExactly("first");

        datasets.save(dataset, new DatasetBuild(manifest, List.of(), List.of(kept), NONE, List.of("second", "third")));

        assertThat(datasets.leaks(dataset.digest())).containsExactly(kept);
        assertThat(datasets.exclusions(dataset.digest())).isEmpty();
        assertThat(datasets.build(dataset.digest()).orElseThrow().findings()).containsExactly("second", "third");
        assertThat(datasets.builds("findings")).hasSize(1);
    }

    @Test
    void aSubsetKnowsWhatItWasTakenFrom() {
        sources.create(Examples.source("subsets"));
        DatasetManifest full = manifest("full of subsets");
        DatasetManifest part = manifest("part of subsets");
        datasets.save(dataset("subsets", full), build(full));
        Dataset half = subset(part, full, new SubsetSize.Fraction(0.1));
        Dataset hundred = subset(part, full, new SubsetSize.Count(100));

        datasets.save(half, build(part));
        assertThat(datasets.find(part.digest())).contains(half);
        datasets.save(hundred, build(part));
        assertThat(datasets.find(part.digest())).contains(hundred);

        assertThat(datasets.builds("subsets"))
                .extracting(RecordedBuild::dataset)
                .containsExactly(hundred, half, dataset("subsets", full));
    }

    @Test
    void thePreviousDatasetIsTheLastWholeOneThatIsAnother() {
        sources.create(Examples.source("previous"));
        DatasetManifest first = manifest("previous, first");
        DatasetManifest part = manifest("previous, part");
        DatasetManifest second = manifest("previous, second");
        assertThat(datasets.previous("previous", first.digest())).isEmpty();
        datasets.save(dataset("previous", first), build(first));
        datasets.save(subsetOf("previous", part, first), build(part));

        assertThat(datasets.previous("previous", second.digest())).contains(dataset("previous", first));
        datasets.save(dataset("previous", second), build(second));
        assertThat(datasets.previous("previous", second.digest())).contains(dataset("previous", first));
        assertThat(datasets.previous("previous", first.digest())).contains(dataset("previous", second));
    }

    @Test
    void aDatasetIsFoundByTheBeginningOfItsDigest() {
        sources.create(Examples.source("prefix"));
        DatasetManifest manifest = manifest("prefix");
        datasets.save(dataset("prefix", manifest), build(manifest));

        assertThat(datasets.findByPrefix(manifest.digest().abbreviated())).containsExactly(dataset("prefix", manifest));
        assertThat(datasets.findByPrefix("%")).isEmpty();
        assertThat(datasets.findByPrefix("g")).isEmpty();
    }

    @Test
    void manifestAndStatisticsAreThoseOfTheItems() {
        sources.create(Examples.source("counted"));
        DatasetManifest manifest = manifest("counted");
        Dataset dataset = dataset("counted", manifest);
        datasets.save(dataset, build(manifest));

        assertThat(datasets.manifest(dataset)).isEqualTo(manifest);
        assertThat(datasets.statistics(dataset)).isEqualTo(DatasetStatistics.of(manifest));
    }

    @Test
    void whatIsDoneExclusivelyIsSeenAsAWholeOrNotAtAll() {
        sources.create(Examples.source("exclusive"));
        DatasetManifest manifest = manifest("exclusive");
        SplitStore splits = new SplitStore(DATABASE.jdbi());

        assertThatThrownBy(() -> datasets.exclusively(() -> {
                    splits.remember(1, new TreeMap<>(Map.of("one", Split.TRAIN)));
                    datasets.save(dataset("exclusive", manifest), build(manifest));
                    assertThat(datasets.find(manifest.digest())).isPresent();
                    throw new IllegalStateException("broken off");
                }))
                .hasMessage("broken off");

        assertThat(datasets.find(manifest.digest())).isEmpty();
        datasets.exclusively(() -> {
            splits.remember(1, new TreeMap<>(Map.of("one", Split.TEST)));
            splits.remember(1, new TreeMap<>(Map.of("two", Split.TEST)));
            datasets.save(dataset("exclusive", manifest), build(manifest));
            return manifest;
        });
        assertThat(datasets.find(manifest.digest())).isPresent();
    }

    @Test
    void ofTwoBuildsAtOnceOneWaitsForTheOther() throws Exception {
        CountDownLatch within = new CountDownLatch(1);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> datasets.exclusively(() -> {
            within.countDown();
            awaitSomebodyWaiting();
            order.add("first");
            return "first";
        }));
        within.await();

        datasets.exclusively(() -> order.add("second"));

        assertThat(first.get()).isEqualTo("first");
        assertThat(order).containsExactly("first", "second");
    }

    /** Until the second build stands at the lock. */
    private static void awaitSomebodyWaiting() {
        while (DATABASE.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select count(*) from pg_locks where locktype = 'advisory' and not granted")
                        .mapTo(int.class)
                        .one()
                        .equals(0))) {
            Thread.onSpinWait();
        }
    }

    private static Dataset subset(DatasetManifest part, DatasetManifest full, SubsetSize size) {
        return new Dataset(
                part.digest(),
                "subsets",
                new Labelling.FromLabels(),
                7L,
                part.classes(),
                part.counts(),
                new SubsetOf(full.digest(), new Subset(size, 3)));
    }

    private static Dataset subsetOf(String source, DatasetManifest part, DatasetManifest full) {
        SubsetOf subset = new SubsetOf(full.digest(), new Subset(new SubsetSize.Count(3), 0));
        return new Dataset(
                part.digest(), source, new Labelling.FromLabels(), 7L, part.classes(), part.counts(), subset);
    }

    private Optional<Dataset> latest(String name) {
        return datasets.builds(name).stream().findFirst().map(RecordedBuild::dataset);
    }
}
