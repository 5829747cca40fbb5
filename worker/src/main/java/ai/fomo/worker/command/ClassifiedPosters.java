package ai.fomo.worker.command;

import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.poster.PosterClassification;
import ai.fomo.worker.view.ClassifiedFile;
import java.nio.file.Path;
import java.util.List;

/** Files that a command classifies, with progress. */
final class ClassifiedPosters {
    private ClassifiedPosters() {}

    /** What came of every file, in their order. */
    static List<ClassifiedFile> of(Platform platform, Console console, List<Path> files, int model) {
        PosterClassification classification = new PosterClassification(platform.client(), platform.blobs(), model);
        try (Progress progress = console.progress("posters", "posters", files.size())) {
            return classification.classify(files, progress::reached);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed(
                    "interrupted; posters that were started are classified and recorded all the same");
        }
    }
}
