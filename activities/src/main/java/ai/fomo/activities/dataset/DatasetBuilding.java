package ai.fomo.activities.dataset;

import ai.fomo.activities.catalogue.UnknownSourceException;
import ai.fomo.activities.failure.Joining;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.dataset.BuildRules;
import ai.fomo.domain.dataset.Copies;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetBuild;
import ai.fomo.domain.dataset.DatasetBuilder;
import ai.fomo.domain.dataset.DatasetManifest;
import ai.fomo.domain.dataset.DatasetStatistics;
import ai.fomo.domain.dataset.DuplicatePair;
import ai.fomo.domain.dataset.HashedImage;
import ai.fomo.domain.dataset.KnownImages;
import ai.fomo.domain.dataset.LabelDrift;
import ai.fomo.domain.dataset.NearDuplicates;
import ai.fomo.domain.dataset.RareClassRule;
import ai.fomo.domain.dataset.RememberedSplits;
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.dataset.SplitShares;
import ai.fomo.domain.dataset.Subset;
import ai.fomo.domain.dataset.SubsetNotPossibleException;
import ai.fomo.domain.dataset.SubsetOf;
import ai.fomo.domain.dataset.SubsetSelection;
import ai.fomo.domain.genre.ClassMapping;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.catalogue.CoverStore;
import ai.fomo.storage.catalogue.FingerprintStore;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.dataset.SplitStore;
import ai.fomo.storage.genre.GenreMapStore;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.workflows.dataset.DatasetBuildRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * From the covers of a source to a stored dataset, by the activity or by a command. Builds take turns, each in one transaction:
 * the splits that it gives, the dataset and the subset are there together or not at all.
 */
public final class DatasetBuilding {
    private final SourceStore sources;
    private final CoverStore covers;
    private final FingerprintStore fingerprints;
    private final GenreMapStore maps;
    private final SplitStore splits;
    private final DatasetStore datasets;
    private final ModelStore models;
    private final BlobStore blobs;

    public DatasetBuilding(
            SourceStore sources,
            CoverStore covers,
            FingerprintStore fingerprints,
            GenreMapStore maps,
            SplitStore splits,
            DatasetStore datasets,
            ModelStore models,
            BlobStore blobs) {
        this.sources = sources;
        this.covers = covers;
        this.fingerprints = fingerprints;
        this.maps = maps;
        this.splits = splits;
        this.datasets = datasets;
        this.models = models;
        this.blobs = blobs;
    }

    /**
     * @param entered is told of each phase when it begins
     * @throws UnknownSourceException where there is no such source
     * @throws SubsetRefusedException where the subset is larger than the dataset
     * @throws ai.fomo.domain.dataset.DatasetTooSmallException as the builder does; so its other refusals
     */
    public BuiltDataset build(DatasetBuildRequest request, Consumer<BuildPhase> entered) {
        Source source = sources.find(request.source()).orElseThrow(() -> new UnknownSourceException(request.source()));
        return datasets.exclusively(() -> {
            DatasetBuild build = select(source, request, entered);
            entered.accept(BuildPhase.SAVE);
            splits.remember(request.seed(), build.assigned());
            Dataset full = save(source, request.seed(), build, null);
            Subset subset = request.subset();
            Dataset wanted = subset == null ? full : saveSubset(source, request.seed(), build, full, subset);
            return new BuiltDataset(wanted, full, build, driftOf(full, build));
        });
    }

    /** The classes of the source, and what its labels mean. */
    public ClassMapping mapping(Source source) {
        if (source.labelling() instanceof Labelling.Mapped mapped) {
            return ClassMapping.of(maps.get(mapped.map()));
        }
        return ClassMapping.fromLabels(covers.labels(source.name()));
    }

    private DatasetBuild select(Source source, DatasetBuildRequest request, Consumer<BuildPhase> entered) {
        entered.accept(BuildPhase.READ);
        KnownImages images = new KnownImages(mapping(source));
        covers.forEach(source.name(), images::add);

        entered.accept(BuildPhase.SEARCH);
        Copies copies = new Copies(nearCopies(source, request.seed()), fingerprints.plain(source.name()));

        entered.accept(BuildPhase.SPLIT);
        RareClassRule rule = request.rareClasses();
        BuildRules rules =
                new BuildRules(SplitShares.standard(), request.seed(), rule == null ? RareClassRule.standard() : rule);
        DatasetBuild build =
                DatasetBuilder.build(images, copies, remembered(source, request.seed(), images, copies), rules);
        int blank = fingerprints.missing(source.name());
        return blank == 0
                ? build
                : build.withFinding(
                        blank + " images cannot be read, and so are compared with no others: they may be copies");
    }

    /** Of the source's images, among each other and with what was in datasets of other sources. */
    private List<DuplicatePair> nearCopies(Source source, long seed) {
        List<HashedImage> hashed = new ArrayList<>(fingerprints.hashed(source.name()));
        hashed.addAll(fingerprints.hashedElsewhere(source.name(), seed));
        return NearDuplicates.find(hashed, fingerprints);
    }

    private RememberedSplits remembered(Source source, long seed, KnownImages images, Copies copies) {
        Map<String, Split> remembered = splits.remembered(seed, source.name());
        Set<Sha256> elsewhere = new TreeSet<>();
        for (DuplicatePair pair : copies.near()) {
            for (Sha256 image : List.of(pair.first(), pair.second())) {
                if (!images.contains(image)) {
                    elsewhere.add(image);
                }
            }
        }
        splits.ofImages(seed, elsewhere).forEach((image, split) -> remembered.put(image.hex(), split));
        return new RememberedSplits(remembered);
    }

    private Dataset saveSubset(Source source, long seed, DatasetBuild build, Dataset full, Subset subset) {
        DatasetManifest part;
        try {
            part = SubsetSelection.select(build.manifest(), subset);
        } catch (SubsetNotPossibleException e) {
            throw new SubsetRefusedException(String.valueOf(e.getMessage()), e);
        }
        if (part.items().size() == build.manifest().items().size()) {
            return full; // A row of its own would stand before the one that has the leaks and exclusions.
        }
        DatasetBuild ofPart = new DatasetBuild(part, List.of(), List.of(), new TreeMap<>(), build.findings());
        return save(source, seed, ofPart, new SubsetOf(full.digest(), subset));
    }

    private Dataset save(Source source, long seed, DatasetBuild build, @Nullable SubsetOf subset) {
        DatasetManifest manifest = build.manifest();
        byte[] csv = manifest.toCsv();
        Dataset dataset = new Dataset(
                Sha256.of(csv), source.name(), source.labelling(), seed, manifest.classes(), manifest.counts(), subset);
        // In a thread of its own, since its row of the blob must not wait for this transaction; and beside the rows,
        // since nobody sees those before it is there.
        CompletableFuture<Sha256> put = CompletableFuture.supplyAsync(() -> blobs.put(BlobKind.DATASETS, csv));
        try {
            datasets.save(dataset, build);
        } finally {
            Joining.join(put);
        }
        return dataset;
    }

    /** Since the last whole dataset of the source or, where this is its first, the one that the champion was trained on. */
    private @Nullable LabelDrift driftOf(Dataset full, DatasetBuild build) {
        return datasets.previous(full.name(), full.digest())
                .or(() -> models.datasetOfChampion()
                        .filter(champions -> !champions.equals(full.digest()))
                        .flatMap(datasets::find))
                .map(before -> LabelDrift.between(
                        before.digest(), datasets.statistics(before), DatasetStatistics.of(build.manifest())))
                .orElse(null);
    }
}
