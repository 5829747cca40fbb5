package ai.fomo.worker.command;

import ai.fomo.storage.evaluation.ModelJudgement;
import ai.fomo.storage.evaluation.ModelJudgements;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.storage.registry.PromotionRow;
import ai.fomo.storage.registry.PromotionStore;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.view.ModelDocument;
import ai.fomo.worker.view.ModelTable;
import ai.fomo.worker.view.PromotionTable;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fomo models}. */
@Command(
        name = "models",
        description = {
            "Lists the registered models, the latest first: which one is the champion, which one a rollback would go back to"
                    + " (previous), and how each was judged last.",
            "With --history: every change of champion, with who, why, and the workflow that did it. Nothing is ever removed"
                    + " from it."
        },
        footer = {"", "Example:", "  fomo models", "  fomo models --history --json"})
public final class ModelsCommand extends PlatformCommand {
    @Option(names = "--history", description = "The changes of champion instead, the latest first.")
    private boolean history;

    @Override
    protected ExitCode run(Platform platform) {
        Jdbi jdbi = platform.database().jdbi();
        if (history) {
            List<PromotionRow> promotions = new PromotionStore(jdbi).history();
            console().print(promotions.isEmpty() ? "no model was promoted yet" : PromotionTable.of(promotions));
            console().document(promotions);
            return ExitCode.DONE;
        }
        Map<Integer, ModelJudgement> judgements = new ModelJudgements(jdbi).latest();
        List<ModelDocument> models = new ModelStore(jdbi)
                .list().stream()
                        .map(row -> ModelDocument.of(
                                row, judgements.get(row.version().version())))
                        .toList();
        console()
                .print(
                        models.isEmpty()
                                ? "no model yet; train one with fomo retrain --dataset NAME"
                                : ModelTable.of(models));
        console().document(models);
        return ExitCode.DONE;
    }
}
