package ai.fomo.worker.command;

import ai.fomo.activities.evaluation.StoredEvaluations;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.registry.ModelName;
import ai.fomo.storage.Database;
import ai.fomo.storage.WorkflowNumbers;
import ai.fomo.storage.evaluation.EvaluationRow;
import ai.fomo.storage.evaluation.EvaluationStore;
import ai.fomo.storage.evaluation.GateDecisionRow;
import ai.fomo.storage.evaluation.GateDecisionStore;
import ai.fomo.storage.registry.ModelRow;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import ai.fomo.worker.view.EvaluationFollower;
import ai.fomo.worker.view.EvaluationSummary;
import ai.fomo.worker.view.VerdictList;
import ai.fomo.workflows.evaluation.EvaluationInput;
import ai.fomo.workflows.evaluation.EvaluationWorkflow;
import io.temporal.client.WorkflowClient;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fomo evaluate}. */
@Command(
        name = "evaluate",
        description = {
            "Shows how a model did on test images that it was not trained on: figures beside those of an answer that never"
                    + " looks at the image and beside the champion, genre by genre, slice by slice, and what the gate said.",
            "",
            "Without more it shows the last judgement that was recorded. With --again the model is judged anew, beside today's"
                    + " champion and by today's policy; with --dataset on the test images of that dataset as it stands now,"
                    + " and with --posters on labelled posters besides. Nothing is promoted by it: see fomo promote.",
            "The gate decides only on the dataset that a model was trained for."
        },
        footer = {
            "",
            "Example:",
            "  fomo evaluate",
            "  fomo evaluate --model 3 --json",
            "  fomo evaluate --model 3 --again",
            "  fomo evaluate --model 3 --posters labelled-posters"
        })
public final class EvaluateCommand extends PlatformCommand {
    @Option(
            names = "--model",
            paramLabel = ModelNameConverter.LABEL,
            description = ModelNameConverter.WHICH + " (default: champion).",
            converter = ModelNameConverter.class)
    private ModelName name = ModelName.Alias.CHAMPION;

    @Option(names = "--dataset", paramLabel = "NAME", description = "Judge it on the test images of this dataset.")
    private @Nullable String dataset;

    @Option(names = "--posters", paramLabel = "NAME", description = "Judge it on all images of this dataset too.")
    private @Nullable String posters;

    @Option(names = "--again", description = "Judge it again on the very dataset that it was trained on.")
    private boolean again;

    /** @param gate the decision on this evaluation; null where the gate was not asked */
    private record EvaluationDocument(
            int model, Evaluation evaluation, @Nullable GateDecision gate) {}

    @Override
    protected PlatformOptions options() {
        return anew() ? PlatformOptions.withWorker() : PlatformOptions.withoutWorker();
    }

    @Override
    protected ExitCode run(Platform platform) {
        Database database = platform.database();
        ModelRow model = new ModelStore(database.jdbi()).require(name);
        Optional<Sha256> made = anew() ? Optional.of(judge(platform, model)) : Optional.empty();
        EvaluationRow row = shown(database, model, made);
        Evaluation evaluation = new StoredEvaluations(platform.blobs())
                .read(row.run(), model.version().version(), row.report());
        GateDecision gate = decisionOn(database, row);
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

    private boolean anew() {
        return again || dataset != null || posters != null;
    }

    /** @return digest of the evaluation, which may have been recorded before: equal figures are one evaluation */
    private Sha256 judge(Platform platform, ModelRow model) {
        if (dataset != null) {
            KnownDatasets.require(platform.database(), dataset);
        }
        if (posters != null) {
            KnownDatasets.require(platform.database(), posters);
        }
        int number = model.version().version();
        EvaluationInput input = new EvaluationInput(number, dataset, posters);
        int attempt = WorkflowNumbers.next(platform.database().jdbi(), "evaluate-" + number);
        EvaluationWorkflow workflow =
                platform.client().newWorkflowStub(EvaluationWorkflow.class, EvaluationWorkflow.options(attempt, input));
        WorkflowClient.start(workflow::evaluate, input);
        return new EvaluationFollower(platform.client(), console(), EvaluationWorkflow.workflowId(number, attempt))
                .follow()
                .evaluation()
                .report();
    }

    private static @Nullable GateDecision decisionOn(Database database, EvaluationRow row) {
        return new GateDecisionStore(database.jdbi())
                .ofRun(row.run()).stream()
                        .filter(decision -> decision.report().equals(row.report()))
                        .reduce((earlier, later) -> later)
                        .map(GateDecisionRow::decision)
                        .orElse(null);
    }

    private static EvaluationRow shown(Database database, ModelRow model, Optional<Sha256> made) {
        List<EvaluationRow> rows = new EvaluationStore(database.jdbi())
                .ofRun(model.model().run()).stream()
                        .filter(row -> row.model().equals(model.version().digest()))
                        .filter(row -> made.map(row.report()::equals).orElse(true))
                        .toList();
        if (rows.isEmpty()) {
            throw CommandFailure.failed("model " + model.version().version() + " was not judged: run "
                    + model.model().run() + " ended before; judge it with: fomo evaluate --model "
                    + model.version().version() + " --again");
        }
        return rows.get(rows.size() - 1);
    }
}
