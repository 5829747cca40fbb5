package ai.fomo.worker.view;

import ai.fomo.domain.RunId;
import ai.fomo.worker.command.CommandFailure;
import ai.fomo.worker.command.Console;
import ai.fomo.worker.resume.Interruption;
import ai.fomo.workflows.retrain.RetrainProgress;
import ai.fomo.workflows.retrain.RetrainResult;
import ai.fomo.workflows.retrain.RetrainStage;
import ai.fomo.workflows.retrain.RetrainWorkflow;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Follows one retraining until it ends: its stages, the images of a stage as a bar, epochs as they come. */
public final class RetrainFollower {
    private static final long POLL_MILLISECONDS = 300;

    private final WorkflowClient client;
    private final Console console;
    private final RunId run;
    private final Jdbi jdbi;
    private final TrainingWatch training;
    private @Nullable RetrainStage stage;
    private @Nullable String detail;
    private @Nullable String waitingFor;
    private @Nullable String dataset;
    private boolean silenceSaid;

    public RetrainFollower(WorkflowClient client, Jdbi jdbi, Console console, RunId run) {
        this.client = client;
        this.console = console;
        this.run = run;
        this.jdbi = jdbi;
        this.training = new TrainingWatch(client, jdbi, console, run);
    }

    /**
     * @param whenInterrupted said where the process is told to stop meanwhile: what becomes of the run
     * @throws WorkflowNotFoundException where Temporal knows no such run
     * @throws CommandFailure with the reason in one sentence, where the run failed or was cancelled
     */
    public RetrainResult follow(String whenInterrupted) {
        Farewell farewell = Farewell.of(console, whenInterrupted);
        try (ChildProgress child = new ChildProgress(client, console)) {
            CompletableFuture<RetrainResult> result =
                    client.newUntypedWorkflowStub(run.value()).getResultAsync(RetrainResult.class);
            while (!ended(result)) {
                show(child);
            }
            training.end();
            return result.join();
        } finally {
            farewell.withdraw();
        }
    }

    private boolean ended(CompletableFuture<RetrainResult> result) {
        try {
            result.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("no longer following run " + run);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WorkflowNotFoundException unknown) {
                throw unknown;
            }
            if (e.getCause() instanceof WorkflowFailedException failure) {
                throw CommandFailure.failed(Interruption.of(jdbi, run, failure).inWords());
            }
            throw CommandFailure.failed("lost sight of run " + run + " (" + WorkflowFailures.sentence(e)
                    + "); it may well go on: fomo watch " + run);
        }
    }

    private void show(ChildProgress child) {
        RetrainProgress progress;
        try {
            progress =
                    client.newWorkflowStub(RetrainWorkflow.class, run.value()).progress();
        } catch (WorkflowException | StatusRuntimeException e) {
            // The query needs a worker; the run itself only waits for one.
            if (!silenceSaid) {
                silenceSaid = true;
                training.hide();
                console.note("no worker answers; the run goes on as soon as there is one");
            }
            return;
        }
        silenceSaid = false;
        if (progress.stage() != stage) {
            child.end();
            if (stage == RetrainStage.TRAIN) {
                // Its last epochs belong before the stage that follows it.
                training.end();
            }
        }
        if (progress.stage() != stage || !progress.detail().equals(detail)) {
            stage = progress.stage();
            detail = progress.detail();
            String colon = progress.detail().isBlank() ? "" : ": ";
            console.note(progress.stage().label() + colon + progress.detail());
        }
        String built = progress.dataset();
        if (built != null && !built.equals(dataset)) {
            // Where it is not the stage's own detail, which has just been said.
            if (!built.equals(progress.detail())) {
                console.note("dataset: " + built);
            }
            dataset = built;
        }
        if (progress.child() != null) {
            child.show(progress.stage(), progress.child());
        }
        if (stage == RetrainStage.TRAIN) {
            training.show();
        }
        if (progress.waitingFor() != null && !Objects.equals(progress.waitingFor(), waitingFor)) {
            console.note("waiting: " + progress.waitingFor());
        }
        waitingFor = progress.waitingFor();
    }

    /** Whether somebody has seen the curves of the training. */
    public boolean drawn() {
        return training.drawn();
    }
}
