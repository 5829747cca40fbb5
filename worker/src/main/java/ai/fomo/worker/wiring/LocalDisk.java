package ai.fomo.worker.wiring;

import ai.fomo.worker.configuration.Configuration;
import java.nio.file.Path;

/**
 * Where a worker keeps files of its own.
 *
 * @param scratch directory of what nobody needs after the process
 * @param features directory of features that were read before
 * @param featureBytes how large that one may become
 */
public record LocalDisk(Path scratch, Path features, long featureBytes) {
    public static LocalDisk of(Configuration configuration) {
        Path home = configuration.home();
        return new LocalDisk(
                home.resolve("scratch"), home.resolve("cache").resolve("features"), configuration.featureCache());
    }
}
