package ai.fomo.worker.view;

import ai.fomo.domain.RunId;
import ai.fomo.worker.command.CommandFailure;
import ai.fomo.worker.command.Console;
import ai.fomo.worker.resume.Interruption;
import ai.fomo.workflows.retrain.RetrainProgress;
import ai.fomo.workflows.retrain.RetrainResult;
import ai.fomo.workflows.retrain.RetrainStage;
import ai.fomo.workflows.retrain.RetrainWorkflow;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Follows one retraining until it ends: its stages, the images of a stage as a bar, epochs as they come. */
public final class RetrainFollower {
    private final WorkflowClient client;
    private final Console console;
    private final RunId run;
    private final Jdbi jdbi;
    private final TrainingWatch training;
    private final AskedWorker worker;
    private @Nullable RetrainStage stage;
    private @Nullable String detail;
    private @Nullable String waitingFor;
    private @Nullable String dataset;

    public RetrainFollower(WorkflowClient client, Jdbi jdbi, Console console, RunId run) {
        this.client = client;
        this.console = console;
        this.run = run;
        this.jdbi = jdbi;
        this.training = new TrainingWatch(client, jdbi, console, run);
        this.worker = new AskedWorker(console, "the run", training::hide);
    }

    /**
     * @param whenInterrupted said where the process is told to stop meanwhile: what becomes of the run
     * @throws WorkflowNotFoundException where Temporal knows no such run
     * @throws CommandFailure with the reason in one sentence, where the run failed or was cancelled
     */
    public RetrainResult follow(String whenInterrupted) {
        Farewell farewell = Farewell.of(console, whenInterrupted);
        try (ChildProgress child = new ChildProgress(client, console)) {
            RetrainResult result = new FollowedWorkflow(client, run.value(), "run " + run, ": fomo watch " + run)
                    .result(
                            RetrainResult.class,
                            failure -> Interruption.of(jdbi, run, failure).inWords(),
                            () -> worker.ask(this::progress).ifPresent(progress -> show(progress, child)));
            training.end();
            return result;
        } finally {
            farewell.withdraw();
        }
    }

    private RetrainProgress progress() {
        return client.newWorkflowStub(RetrainWorkflow.class, run.value()).progress();
    }

    private void show(RetrainProgress progress, ChildProgress child) {
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
