package ai.fomo.worker.command;

import ai.fomo.storage.registry.ModelRow;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.view.ModelDocument;
import ai.fomo.worker.view.ModelTable;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code fomo models}. */
@Command(
        name = "models",
        description = "Lists the registered models, the latest first, and which one is the champion.",
        footer = {"", "Example:", "  fomo models"})
public final class ModelsCommand extends PlatformCommand {
    @Override
    protected ExitCode run(Platform platform) {
        List<ModelRow> models = new ModelStore(platform.database().jdbi()).list();
        console()
                .print(
                        models.isEmpty()
                                ? "no model yet; train one with fomo retrain --dataset NAME"
                                : ModelTable.of(models));
        console().document(models.stream().map(ModelDocument::of).toList());
        return ExitCode.DONE;
    }
}
