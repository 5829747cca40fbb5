package ai.fomo.worker.view;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.storage.Database;
import ai.fomo.storage.catalogue.CoverStore;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.dataset.RecordedBuild;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dataset by its name: what came in, and what was built of it; also its JSON.
 *
 * @param images names of images in the catalogue; copies count each
 * @param refused images that could not be used
 * @param builds the latest first; empty before the first
 */
public record DatasetOverview(String name, SourceKind kind, int images, int refused, List<BuildPart> builds) {
    public DatasetOverview {
        builds = List.copyOf(builds);
    }

    /** @param subset null for a whole dataset */
    public record BuildPart(
            Sha256 digest,
            Instant builtAt,
            long seed,
            int classes,
            RetrainDocument.SplitsPart splits,
            DatasetDocument.@Nullable SubsetPart subset) {}

    /** By name. */
    public static List<DatasetOverview> all(Database database) {
        return new SourceStore(database.jdbi())
                .list().stream().map(source -> of(database, source)).toList();
    }

    private static DatasetOverview of(Database database, Source source) {
        CoverStore covers = new CoverStore(database.jdbi());
        return new DatasetOverview(
                source.name(),
                source.kind(),
                covers.count(source.name()),
                covers.refusals(source.name()),
                new DatasetStore(database.jdbi())
                        .builds(source.name()).stream()
                                .map(DatasetOverview::part)
                                .toList());
    }

    private static BuildPart part(RecordedBuild build) {
        Dataset dataset = build.dataset();
        return new BuildPart(
                dataset.digest(),
                build.builtAt(),
                dataset.seed(),
                dataset.classes().size(),
                RetrainDocument.SplitsPart.of(dataset.splits()),
                DatasetDocument.subset(dataset.subset()));
    }
}
