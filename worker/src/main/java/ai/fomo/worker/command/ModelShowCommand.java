package ai.fomo.worker.command;

import ai.fomo.domain.registry.ModelName;
import ai.fomo.learning.model.ModelFile;
import ai.fomo.learning.model.NotAModelFileException;
import ai.fomo.storage.blob.BlobDamagedException;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobMissingException;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.evaluation.ModelJudgement;
import ai.fomo.storage.evaluation.ModelJudgements;
import ai.fomo.storage.registry.ModelRow;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.storage.registry.PromotionStore;
import ai.fomo.storage.training.RunStore;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.view.ModelDetails;
import ai.fomo.worker.view.ModelDocument;
import ai.fomo.worker.view.ModelFileDocument;
import ai.fomo.worker.view.ModelSummary;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fomo model show}. */
@Command(
        name = "show",
        description = {
            "Shows all that is known of one model: what made it, of what, how it serves, how it was judged each time, and when and"
                    + " why it became the champion."
        },
        footer = {
            "",
            "Example:",
            "  fomo model show champion",
            "  fomo model show previous",
            "  fomo model show 3 --json"
        })
public final class ModelShowCommand extends PlatformCommand {
    @Parameters(
            paramLabel = ModelNameConverter.LABEL,
            description = ModelNameConverter.WHICH + ".",
            converter = ModelNameConverter.class)
    private ModelName name = ModelName.Alias.CHAMPION;

    @Override
    protected ExitCode run(Platform platform) {
        ModelDetails details = details(platform);
        console().print(ModelSummary.of(details));
        console().document(details);
        return ExitCode.DONE;
    }

    private ModelDetails details(Platform platform) {
        Jdbi jdbi = platform.database().jdbi();
        ModelRow model = new ModelStore(jdbi).require(name);
        int version = model.version().version();
        List<ModelJudgement> judgements = new ModelJudgements(jdbi).of(version);
        ModelFileDocument file = null;
        String problem = null;
        try {
            file = ModelFileDocument.of(ModelFile.parse(
                    platform.blobs().get(BlobKind.MODELS, model.version().digest())));
        } catch (BlobMissingException | BlobDamagedException | NotAModelFileException e) {
            // The rows are there all the same, and are what somebody needs who looks for what happened.
            problem = e.getMessage();
        }
        return new ModelDetails(
                ModelDocument.of(model, last(judgements)),
                KnownRuns.require(new RunStore(jdbi), model.model().run()),
                new DatasetStore(jdbi)
                        .find(model.model().dataset())
                        .orElseThrow(() -> new IllegalStateException(
                                "no dataset " + model.model().dataset())),
                file,
                problem,
                judgements,
                new PromotionStore(jdbi)
                        .history().stream()
                                .filter(row -> row.model() == version)
                                .toList());
    }

    private static @Nullable ModelJudgement last(List<ModelJudgement> judgements) {
        return judgements.isEmpty() ? null : judgements.get(judgements.size() - 1);
    }
}
