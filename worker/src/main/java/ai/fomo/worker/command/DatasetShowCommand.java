package ai.fomo.worker.command;

import ai.fomo.domain.Sha256;
import ai.fomo.storage.blob.BlobDamagedException;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobMissingException;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.dataset.RecordedBuild;
import ai.fomo.worker.page.DatasetPage;
import ai.fomo.worker.page.PageFile;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.view.DatasetDocument;
import ai.fomo.worker.view.DatasetSummary;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fomo dataset show}. */
@Command(
        name = "show",
        description = {
            "Shows what a dataset holds: images per genre and split, how many genres an image has, how uneven the genres are and"
                    + " which go together; what leaked and what was left out, with examples; and how far its labels have moved since"
                    + " the dataset before.",
            "",
            "With --html it is one page that needs nothing beside it: no network, no script; with sample covers, for a screen, a"
                    + " phone or paper. The file is there when it is complete, and replaces the one before."
        },
        footer = {
            "",
            "Example:",
            "  fomo dataset show posters",
            "  fomo dataset show posters --html posters.html",
            "  fomo dataset show 3f9a2c --json"
        })
public final class DatasetShowCommand extends PlatformCommand {
    @Parameters(paramLabel = "DATASET", description = KnownDatasets.ARGUMENT)
    private String dataset = "";

    @Option(names = "--html", paramLabel = "FILE", description = "Write it as a page, too.")
    private @Nullable Path html;

    @Override
    protected void check() {
        if (html != null) {
            PageFile.check(html);
        }
    }

    @Override
    protected ExitCode run(Platform platform) {
        RecordedBuild build = KnownDatasets.requireBuilt(platform.database(), dataset);
        DatasetDocument document = DescribedDataset.of(platform.database(), build);
        console().print(DatasetSummary.of(document));
        if (html != null) {
            DatasetStore datasets = new DatasetStore(platform.database().jdbi());
            PageFile.write(
                    html,
                    DatasetPage.html(
                            document, datasets.manifest(build.dataset()), image -> cover(platform.blobs(), image)));
            console().note("page: " + html.toAbsolutePath().normalize());
        }
        console().document(document);
        return ExitCode.DONE;
    }

    /** A page lives without a picture; what is wrong with it is for verify to say. */
    private static Optional<byte[]> cover(BlobStore blobs, Sha256 image) {
        try {
            return Optional.of(blobs.get(BlobKind.COVERS, image));
        } catch (BlobMissingException | BlobDamagedException e) {
            return Optional.empty();
        }
    }
}
