package ai.fomo.worker.command;

import ai.fomo.activities.dataset.BuildPhase;
import ai.fomo.activities.dataset.BuiltDataset;
import ai.fomo.activities.dataset.CoverFingerprints;
import ai.fomo.activities.dataset.DatasetBuilding;
import ai.fomo.domain.dataset.BuildRules;
import ai.fomo.domain.dataset.RareClassRule;
import ai.fomo.domain.dataset.Subset;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.catalogue.FingerprintStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.view.DatasetDocument;
import ai.fomo.worker.wiring.DatasetBuilds;
import ai.fomo.workflows.dataset.DatasetBuildRequest;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Builds a dataset in this process, as the activity does it in a worker. */
final class LocalBuild {
    private LocalBuild() {}

    /**
     * @param subset null for all of it
     * @throws RuntimeException of a kind that says in one sentence why the dataset is refused
     */
    static DatasetDocument run(
            Platform platform, Console console, String name, @Nullable Subset subset, RareClassRule rareClasses) {
        Jdbi jdbi = platform.database().jdbi();
        BlobStore blobs = platform.blobs();
        FingerprintStore fingerprints = new FingerprintStore(jdbi);
        fingerprint(fingerprints, blobs, console, name);
        DatasetStore datasets = new DatasetStore(jdbi);
        DatasetBuilding building = DatasetBuilds.over(jdbi, blobs);
        BuiltDataset built = building.build(
                new DatasetBuildRequest(name, BuildRules.COMMON_SEED, subset, rareClasses),
                phase -> console.note(inWords(phase)));
        return DescribedDataset.of(
                platform.database(),
                datasets.build(built.dataset().digest())
                        .orElseThrow(() -> new IllegalStateException("the dataset was saved a moment ago")));
    }

    /** Images that came in before there were fingerprints, or with another version of them. */
    private static void fingerprint(FingerprintStore fingerprints, BlobStore blobs, Console console, String name) {
        int missing = fingerprints.missing(name);
        if (missing > 0) {
            try (Progress progress = console.progress("fingerprints", "images", missing)) {
                new CoverFingerprints(fingerprints, blobs).make(name, progress::reached);
            }
        }
    }

    private static String inWords(BuildPhase phase) {
        return switch (phase) {
            case READ -> "reading covers and labels";
            case SEARCH -> "looking for copies";
            case SPLIT -> "splitting";
            case SAVE -> "saving";
        };
    }
}
