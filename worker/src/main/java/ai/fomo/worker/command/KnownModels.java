package ai.fomo.worker.command;

import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.storage.registry.ModelRow;
import ai.fomo.storage.registry.ModelStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The model that a person named, or the champion. */
final class KnownModels {
    private KnownModels() {}

    /**
     * @param version null for the champion
     * @throws CommandFailure where there is no such model, or no champion yet
     */
    static ModelRow require(ModelStore models, @Nullable Integer version) {
        int wanted = version == null ? champion(models) : version;
        return models.find(wanted).orElseThrow(() -> unknown(wanted, models.list()));
    }

    private static int champion(ModelStore models) {
        return models.champion()
                .map(ModelVersion::version)
                .orElseThrow(
                        () -> CommandFailure.failed(
                                "no champion yet: run fomo retrain --dataset NAME, or name a model with --model (fomo models lists them)"));
    }

    private static CommandFailure unknown(int version, List<ModelRow> models) {
        String known = String.join(
                ", ",
                models.stream()
                        .map(model -> String.valueOf(model.version().version()))
                        .toList());
        return CommandFailure.failed("there is no model " + version + "; "
                + (models.isEmpty() ? "train one with fomo retrain --dataset NAME" : "there are: " + known));
    }
}
