package ai.fomo.worker.command;

import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.registry.ModelName;
import ai.fomo.storage.Database;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.evaluation.EvaluationRow;
import ai.fomo.storage.evaluation.EvaluationStore;
import ai.fomo.storage.evaluation.GateDecisionRow;
import ai.fomo.storage.evaluation.GateDecisionStore;
import ai.fomo.storage.registry.ModelRow;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.view.EvaluationSummary;
import ai.fomo.worker.view.VerdictList;
import ai.fomo.workflows.payload.PayloadConverter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fomo evaluate}. */
@Command(
        name = "evaluate",
        description = {
            "Shows how a model did on the test images of its dataset: figures beside those of an answer that never looks at"
                    + " the image, class by class, and what the gate said.",
            "It is the judgement that the model's own run recorded."
        },
        footer = {"", "Example:", "  fomo evaluate", "  fomo evaluate --model 3 --json"})
public final class EvaluateCommand extends PlatformCommand {
    @Option(
            names = "--model",
            paramLabel = ModelNameConverter.LABEL,
            description = ModelNameConverter.WHICH + " (default: champion).",
            converter = ModelNameConverter.class)
    private ModelName name = ModelName.Alias.CHAMPION;

    @Option(names = "--dataset", paramLabel = "NAME", description = "The dataset that the model was judged on.")
    private @Nullable String dataset;

    /** @param gate the decision on this model; null where its run ended before */
    private record EvaluationDocument(
            int model, Evaluation evaluation, @Nullable GateDecision gate) {}

    @Override
    protected ExitCode run(Platform platform) {
        Database database = platform.database();
        ModelRow model = new ModelStore(database.jdbi()).require(name);
        if (dataset != null) {
            requireSameDataset(database, model, dataset);
        }
        EvaluationRow row = newest(database, model);
        Evaluation evaluation = read(platform.blobs().get(BlobKind.EVALUATIONS, row.report()));
        List<GateDecisionRow> decisions =
                new GateDecisionStore(database.jdbi()).ofRun(model.model().run());
        GateDecision gate =
                decisions.isEmpty() ? null : decisions.get(decisions.size() - 1).decision();
        console()
                .print("model " + model.version().version() + (model.champion() ? ", the champion" : "") + ", of run "
                        + model.model().run());
        console().print(EvaluationSummary.of(evaluation));
        if (gate != null) {
            console().print("\n" + VerdictList.of(gate));
        }
        console().document(new EvaluationDocument(model.version().version(), evaluation, gate));
        return ExitCode.DONE;
    }

    private static void requireSameDataset(Database database, ModelRow model, String name) {
        KnownDatasets.require(database, name);
        String own = new DatasetStore(database.jdbi())
                .find(model.model().dataset())
                .map(found -> found.name())
                .orElse("another dataset");
        if (!own.equals(name)) {
            throw CommandFailure.failed("model " + model.version().version() + " was judged on " + own
                    + "; judging it on another dataset is not possible yet: retrain on " + name
                    + " to compare both as champion and challenger");
        }
    }

    private static EvaluationRow newest(Database database, ModelRow model) {
        List<EvaluationRow> rows = new EvaluationStore(database.jdbi())
                .ofRun(model.model().run()).stream()
                        .filter(row -> row.model().equals(model.version().digest()))
                        .toList();
        if (rows.isEmpty()) {
            throw CommandFailure.failed("model " + model.version().version() + " was not judged: run "
                    + model.model().run() + " ended before; fomo watch shows how");
        }
        return rows.get(rows.size() - 1);
    }

    private static Evaluation read(byte[] report) {
        try {
            return PayloadConverter.mapper().readValue(report, Evaluation.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the report of the evaluation cannot be read", e);
        }
    }
}
