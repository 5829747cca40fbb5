package ai.fomo.worker.view;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.SplitCounts;
import ai.fomo.storage.Database;
import ai.fomo.storage.catalogue.CoverStore;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.dataset.DatasetStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dataset by its name: what came in, and what a retraining last built of it; also its JSON.
 *
 * @param refused images that could not be used
 * @param digest of the last build; null, as classes and splits are, before the first retraining
 */
public record DatasetOverview(
        String name,
        SourceKind kind,
        int images,
        int refused,
        @Nullable Sha256 digest,
        @Nullable List<String> classes,
        RetrainDocument.@Nullable SplitsPart splits) {

    /** By name. */
    public static List<DatasetOverview> all(Database database) {
        return new SourceStore(database.jdbi())
                .list().stream().map(source -> of(database, source)).toList();
    }

    public static DatasetOverview of(Database database, Source source) {
        CoverStore covers = new CoverStore(database.jdbi());
        Optional<Dataset> built = new DatasetStore(database.jdbi()).latest(source.name());
        return new DatasetOverview(
                source.name(),
                source.kind(),
                covers.count(source.name()),
                covers.refusals(source.name()),
                built.map(Dataset::digest).orElse(null),
                built.map(Dataset::classes).orElse(null),
                built.map(dataset -> part(dataset.splits())).orElse(null));
    }

    private static RetrainDocument.SplitsPart part(SplitCounts splits) {
        return new RetrainDocument.SplitsPart(splits.train(), splits.validation(), splits.test());
    }
}
