package ai.fomo.worker.command;

import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetManifest;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.worker.dataset.DatasetExport;
import ai.fomo.worker.dataset.ExportReport;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.view.ExportSummary;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fomo dataset export}. */
@Command(
        name = "export",
        description = {
            "Writes a dataset, or a subset of one, as files: labels.csv (file,labels,group,split), images/ by digest, and"
                    + " map.yaml where labels are mapped. Every image is checked against its digest.",
            "",
            "An import of it, with the command that is printed at the end, gives a dataset with the same digest: here or"
                    + " anywhere else.",
            "The directory must not exist, or be empty. It is there when it is complete; Ctrl-C leaves nothing."
        },
        footer = {
            "",
            "Example:",
            "  fomo dataset export posters --to posters-2026/",
            "  fomo dataset export 3f9a2c --to subset/"
        })
public final class DatasetExportCommand extends PlatformCommand {
    @Parameters(paramLabel = "DATASET", description = KnownDatasets.ARGUMENT)
    private String dataset = "";

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "Where to write it.")
    private Path directory = Path.of("");

    @Override
    protected void check() {
        DatasetExport.check(directory);
    }

    @Override
    protected ExitCode run(Platform platform) {
        Dataset known = KnownDatasets.requireBuilt(platform.database(), dataset).dataset();
        DatasetManifest manifest = new DatasetStore(platform.database().jdbi()).manifest(known);
        DatasetExport export = new DatasetExport(image -> platform.blobs().get(BlobKind.COVERS, image));
        ExportReport report;
        try (Progress progress =
                console().progress("images", "images", manifest.items().size())) {
            report = export.run(known, manifest, directory, progress::reached);
        }
        console().print(ExportSummary.of(report));
        console().document(report);
        return ExitCode.DONE;
    }
}
