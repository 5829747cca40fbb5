package ai.fomo.worker.command;

import ai.fomo.domain.registry.ModelName;
import ai.fomo.storage.registry.ModelRow;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import ai.fomo.worker.poster.PosterFiles;
import ai.fomo.worker.view.ClassificationTable;
import ai.fomo.worker.view.ClassifiedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fomo classify}. */
@Command(
        name = "classify",
        description = {
            "Names the genres of posters, each with its confidence; at least one for every poster.",
            "",
            "Takes image files (JPEG, PNG, WebP, GIF), and directories with all images below them. Each poster goes through"
                    + " the workflow that ingestion uses, and its genres are recorded. A file that cannot be used is"
                    + " listed with its reason; the rest are classified, and the exit code is 1.",
            "",
            "With --json: an array of {\"file\", \"poster\", \"model\", \"genres\", \"scores\", \"evidence\"}, or"
                    + " {\"file\", \"error\"}."
        },
        footer = {"", "Example:", "  fomo classify friday.jpg posters/", "  fomo classify --model 2 --json posters/"})
public final class ClassifyCommand extends PlatformCommand {
    @Option(
            names = "--model",
            paramLabel = ModelNameConverter.LABEL,
            description = ModelNameConverter.WHICH + " (default: champion).",
            converter = ModelNameConverter.class)
    private ModelName name = ModelName.Alias.CHAMPION;

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "Images, or directories of images.")
    private List<Path> paths = new ArrayList<>();

    @Override
    protected PlatformOptions options() {
        return PlatformOptions.withWorker();
    }

    @Override
    protected void check() {
        files();
    }

    @Override
    protected ExitCode run(Platform platform) {
        List<Path> files = files();
        ModelRow model = new ModelStore(platform.database().jdbi()).require(name);
        int number = model.version().version();
        console().note("model " + number + (model.champion() ? ", the champion" : ""));
        List<ClassifiedFile> results = ClassifiedPosters.of(platform, console(), files, number);
        console().print(ClassificationTable.of(results));
        console().document(results);
        return results.stream().anyMatch(ClassifiedFile.Failed.class::isInstance) ? ExitCode.FAILED : ExitCode.DONE;
    }

    private List<Path> files() {
        List<Path> files = PosterFiles.of(paths);
        if (files.isEmpty()) {
            throw CommandFailure.failed("there is no image in "
                    + String.join(", ", paths.stream().map(Path::toString).toList()));
        }
        return files;
    }
}
