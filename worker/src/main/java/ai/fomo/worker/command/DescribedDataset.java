package ai.fomo.worker.command;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetStatistics;
import ai.fomo.domain.dataset.LabelDrift;
import ai.fomo.storage.Database;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.dataset.RecordedBuild;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.worker.view.DatasetDocument;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that is stored of a dataset that was built, gathered. */
final class DescribedDataset {
    private DescribedDataset() {}

    static DatasetDocument of(Database database, RecordedBuild build) {
        DatasetStore datasets = new DatasetStore(database.jdbi());
        Dataset dataset = build.dataset();
        DatasetStatistics statistics = datasets.statistics(dataset);
        // What was left out of a subset's whole dataset is in no subset either.
        Sha256 whole =
                dataset.subset() == null ? dataset.digest() : dataset.subset().full();
        return DatasetDocument.of(
                dataset,
                build.builtAt(),
                statistics,
                datasets.exclusions(whole),
                datasets.leaks(whole),
                build.findings(),
                drift(database, datasets, build, statistics));
    }

    private static @Nullable LabelDrift drift(
            Database database, DatasetStore datasets, RecordedBuild build, DatasetStatistics statistics) {
        return before(database, datasets, build)
                .map(before -> LabelDrift.between(before.digest(), datasets.statistics(before), statistics))
                .orElse(null);
    }

    /** A subset is compared with what it is a part of; a whole dataset with the one before, or else the champion's. */
    private static Optional<Dataset> before(Database database, DatasetStore datasets, RecordedBuild build) {
        Dataset dataset = build.dataset();
        if (dataset.subset() != null) {
            return datasets.find(dataset.subset().full());
        }
        return datasets.builds(dataset.name()).stream()
                .filter(other -> other.dataset().subset() == null
                        && other.builtAt().isBefore(build.builtAt())
                        && !other.dataset().digest().equals(dataset.digest()))
                .findFirst()
                .map(RecordedBuild::dataset)
                .or(() -> new ModelStore(database.jdbi())
                        .datasetOfChampion()
                        .filter(champions -> !champions.equals(dataset.digest()))
                        .flatMap(datasets::find));
    }
}
