package ai.fomo.worker.view;

import ai.fomo.domain.RunId;
import ai.fomo.worker.command.CommandFailure;
import ai.fomo.worker.command.Console;
import ai.fomo.workflows.training.ReproduceResult;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import org.jdbi.v3.core.Jdbi;

/** Follows one reproduction until it ends: its training, which is nearly all of it. */
public final class ReproductionFollower {
    private final WorkflowClient client;
    private final RunId reproduction;
    private final TrainingWatch training;

    public ReproductionFollower(WorkflowClient client, Jdbi jdbi, Console console, RunId reproduction) {
        this.client = client;
        this.reproduction = reproduction;
        this.training = new TrainingWatch(client, jdbi, console, reproduction);
    }

    /**
     * @throws WorkflowNotFoundException where Temporal knows no such run
     * @throws CommandFailure with the reason in one sentence, where it failed or was cancelled
     */
    public ReproduceResult follow() {
        try {
            return new FollowedWorkflow(
                            client, reproduction.value(), reproduction.value(), ": fomo watch " + reproduction)
                    .result(
                            ReproduceResult.class,
                            failure -> "no reproduction: " + WorkflowFailures.sentence(failure),
                            training::show);
        } finally {
            training.end();
        }
    }
}
