package ai.fomo.worker.command;

import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.learning.feature.Encoders;
import ai.fomo.storage.Database;
import ai.fomo.storage.feature.FeatureInventory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Whose features are meant. */
final class FeatureOptions {
    @Option(names = "--dataset", required = true, paramLabel = "DATASET", description = KnownDatasets.ARGUMENT)
    private String dataset = "";

    @Option(
            names = "--encoder",
            paramLabel = "NAME",
            description = "Only of this one: efficientnet-lite0, vgg16 or vgg16-block4, with whichever weights"
                    + " (default: all that have looked at the dataset).")
    private @Nullable String encoder;

    /** @throws ParameterException where there is no such encoder */
    void check(CommandSpec command) {
        if (encoder != null) {
            try {
                Encoders.providedWeights(encoder);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
            }
        }
    }

    /** @throws CommandFailure where there is none, or it was not built yet */
    Dataset dataset(Database database) {
        return KnownDatasets.requireBuilt(database, dataset).dataset();
    }

    /** Those that were asked for and have looked at the dataset. */
    List<EncoderId> encoders(Database database, Dataset known) {
        return new FeatureInventory(database.jdbi())
                .encoders(known.digest()).stream()
                        .filter(found -> encoder == null || found.name().equals(encoder))
                        .toList();
    }

    /** What to say where there is none. */
    String none(Dataset known) {
        return "dataset " + known.name() + " has no features" + (encoder == null ? "" : " of " + encoder)
                + " yet; fomo retrain --dataset " + known.name() + (encoder == null ? "" : " --encoder " + encoder)
                + " computes them";
    }
}
