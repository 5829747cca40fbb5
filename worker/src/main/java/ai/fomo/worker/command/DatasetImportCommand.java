package ai.fomo.worker.command;

import ai.fomo.domain.dataset.DatasetTooSmallException;
import ai.fomo.domain.dataset.GroupTooLargeException;
import ai.fomo.domain.dataset.RareClassesException;
import ai.fomo.worker.dataset.DatasetImport;
import ai.fomo.worker.dataset.ImportPlan;
import ai.fomo.worker.dataset.ImportReport;
import ai.fomo.worker.dataset.ImportRequest;
import ai.fomo.worker.dataset.LabelRules;
import ai.fomo.worker.dataset.MergedGenreMap;
import ai.fomo.worker.dataset.NamedGenreMap;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.view.BuildSummary;
import ai.fomo.worker.view.DatasetDocument;
import ai.fomo.worker.view.ImportDocument;
import ai.fomo.worker.view.ImportSummary;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fomo dataset import}. */
@Command(
        name = "import",
        description = {
            "Brings a CSV of labels and a directory of images into the catalogue, as a dataset to train on.",
            "",
            "The columns of the CSV are file,labels[,group][,split], its labels are separated by '|'. Images of one group"
                    + " (an artist, a festival) never end up on both sides of a split; a split is train, validation or test.",
            "",
            "Labels become the 16 genres of the taxonomy through the maps that ship with the platform, or through your own"
                    + " (--map). With --classes-from-labels every label is a class of its own, whatever it is.",
            "",
            "Every image is checked: its type by content (JPEG, PNG, WebP, GIF), at most 40 megapixels and 50 MB, not cut"
                    + " short, decoded once. A row whose image is missing or broken is listed and left out; the import goes"
                    + " on. Rows with the same image are imported and named. What is aborted leaves nothing in the catalogue.",
            "",
            "At the end the dataset is built, as fomo dataset build does it: copies of a picture become one, scaled, recompressed"
                    + " and mirrored ones too, and nothing that belongs together is split. Where the build is refused, the import"
                    + " stands, and says what to do."
        },
        footer = {
            "",
            "Example:",
            "  fomo dataset import --name posters --csv labels.csv --images posters/ --classes-from-labels",
            "  fomo dataset show posters",
            "  fomo retrain --dataset posters"
        })
public final class DatasetImportCommand extends PlatformCommand {
    @Option(names = "--name", required = true, paramLabel = "NAME", description = "What the dataset will be called.")
    private String name = "";

    @Option(names = "--csv", required = true, paramLabel = "FILE", description = "Labels: file,labels[,group][,split].")
    private Path csv = Path.of("");

    @Option(names = "--images", required = true, paramLabel = "DIR", description = "Where the files of the CSV are.")
    private Path images = Path.of("");

    @Mixin
    private BuildOptions build = new BuildOptions();

    @ArgGroup
    private @Nullable Classes classes;

    @Option(
            names = "--ignore-unknown-labels",
            description = "Count labels that no map knows, instead of refusing the file.")
    private boolean ignoreUnknownLabels;

    /** Where classes come from, if not through the maps that ship with the platform. */
    private static final class Classes {
        @Option(names = "--classes-from-labels", description = "Every label is a class of its own.")
        private boolean fromLabels;

        @Option(
                names = "--map",
                paramLabel = "NAME|FILE",
                description =
                        "One map alone: your own, from labels to the 16 genres or to classes of your own that it lists, or"
                                + " one that ships.")
        private @Nullable String map;
    }

    @Override
    protected void check() {
        build.rule();
        plan();
    }

    @Override
    protected ExitCode run(Platform platform) {
        ImportPlan plan = plan();
        ImportReport report;
        try (Progress progress =
                console().progress("images", "rows", plan.rows().size())) {
            report = new DatasetImport(platform.database(), platform.blobs()).run(plan, progress::reached);
        }
        console().print(ImportSummary.of(report));
        Built built = build(platform);
        console().print(built.inWords(report.name(), build.inWords()));
        console().document(new ImportDocument(report, built.dataset(), built.refusal()));
        return ExitCode.DONE;
    }

    /** One of both is null. */
    private record Built(
            @Nullable DatasetDocument dataset, @Nullable String refusal) {
        String inWords(String name, String options) {
            return dataset == null
                    ? "the images are in the catalogue, but no dataset could be built of them: " + refusal
                            + "\nafter that: fomo dataset build " + name
                    : BuildSummary.of(dataset) + "\nnext: fomo dataset show " + name + ", fomo retrain --dataset "
                            + name + options;
        }
    }

    private Built build(Platform platform) {
        try {
            return new Built(LocalBuild.run(platform, console(), name, null, build.rule()), null);
        } catch (DatasetTooSmallException | GroupTooLargeException | RareClassesException e) {
            return new Built(null, e.getMessage());
        }
    }

    /** Reading the file takes no time beside looking at its images. */
    private ImportPlan plan() {
        return ImportPlan.of(new ImportRequest(name, csv, images, rules(), ignoreUnknownLabels));
    }

    private LabelRules rules() {
        String map = classes == null ? null : classes.map;
        if (map == null) {
            return classes != null && classes.fromLabels
                    ? new LabelRules.FromLabels()
                    : new LabelRules.Mapped(MergedGenreMap.ofBundled());
        }
        return new LabelRules.Mapped(NamedGenreMap.of(map));
    }
}
