package ai.fomo.worker.command;

import ai.fomo.domain.RunId;
import ai.fomo.storage.training.RunRow;
import ai.fomo.storage.training.RunStore;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import ai.fomo.worker.view.WorkflowFailures;
import ai.fomo.workflows.retrain.ApprovalAnswer;
import ai.fomo.workflows.retrain.RetrainResult;
import ai.fomo.workflows.retrain.RetrainWorkflow;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowUpdateException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Answers the question that a run waits with. */
abstract class DecisionCommand extends PlatformCommand {
    /** For a promotion, which takes a moment; a run that judges again takes longer, and can be watched. */
    private static final long SECONDS_TO_END = 20;

    private final boolean approved;

    @Parameters(paramLabel = "RUN", description = "The run that waits.", converter = RunIdConverter.class)
    private RunId run = new RunId("-");

    @Mixin
    private Signature signature = new Signature();

    DecisionCommand(boolean approved) {
        this.approved = approved;
    }

    /** @param outcome what came of the run; null where it goes on */
    private record DecisionDocument(
            RunId run,
            boolean approved,
            String by,
            String reason,
            @Nullable String outcome,
            @Nullable String explanation) {}

    @Override
    protected PlatformOptions options() {
        return PlatformOptions.withWorker();
    }

    @Override
    protected void check() {
        signature.check(spec());
    }

    @Override
    protected ExitCode run(Platform platform) {
        requireOpen(KnownRuns.require(new RunStore(platform.database().jdbi()), run));
        ApprovalAnswer answer = decide(platform.client());
        console().note("run " + run + (answer.approved() ? " is approved by " : " is rejected by ") + answer.by());
        RetrainResult result = end(platform.client());
        console()
                .print(
                        result == null
                                ? FollowedRun.goesOn(platform, run)
                                : "run " + run + ": " + result.outcome() + ", " + result.explanation());
        console()
                .document(new DecisionDocument(
                        run,
                        answer.approved(),
                        answer.by(),
                        answer.reason(),
                        result == null ? null : result.outcome().name(),
                        result == null ? null : result.explanation()));
        return ExitCode.DONE;
    }

    private static void requireOpen(RunRow row) {
        if (row.outcome() != null) {
            throw CommandFailure.failed(
                    "run " + row.run() + " has ended and takes no answer: " + row.outcome() + ", " + row.explanation());
        }
    }

    private ApprovalAnswer decide(WorkflowClient client) {
        try {
            return client.newWorkflowStub(RetrainWorkflow.class, run.value())
                    .decide(new ApprovalAnswer(approved, signature.by(), signature.reason()));
        } catch (WorkflowUpdateException e) {
            throw CommandFailure.failed("run " + run + " takes no answer: " + WorkflowFailures.sentence(e));
        } catch (WorkflowNotFoundException e) {
            throw CommandFailure.failed(
                    "run " + run + " has ended and takes no answer; fomo watch " + run + " shows what came of it");
        }
    }

    private @Nullable RetrainResult end(WorkflowClient client) {
        try {
            return client.newUntypedWorkflowStub(run.value())
                    .getResult(SECONDS_TO_END, TimeUnit.SECONDS, RetrainResult.class);
        } catch (WorkflowFailedException e) {
            // The answer is recorded all the same; what the run died of is what its followers are told.
            throw CommandFailure.failed(
                    "run " + run + " took the answer, and then failed: " + WorkflowFailures.sentence(e));
        } catch (TimeoutException e) {
            return null;
        }
    }
}
