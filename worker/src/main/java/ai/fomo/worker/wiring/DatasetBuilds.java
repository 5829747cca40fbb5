package ai.fomo.worker.wiring;

import ai.fomo.activities.dataset.DatasetBuilding;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.catalogue.CoverStore;
import ai.fomo.storage.catalogue.FingerprintStore;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.dataset.SplitStore;
import ai.fomo.storage.genre.GenreMapStore;
import ai.fomo.storage.registry.ModelStore;
import org.jdbi.v3.core.Jdbi;

/** Builds datasets over the services of a platform, for activities and for commands. */
public final class DatasetBuilds {
    private DatasetBuilds() {}

    public static DatasetBuilding over(Jdbi jdbi, BlobStore blobs) {
        return new DatasetBuilding(
                new SourceStore(jdbi),
                new CoverStore(jdbi),
                new FingerprintStore(jdbi),
                new GenreMapStore(jdbi),
                new SplitStore(jdbi),
                new DatasetStore(jdbi),
                new ModelStore(jdbi),
                blobs);
    }
}
