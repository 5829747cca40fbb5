package ai.fomo.worker.view;

import ai.fomo.worker.command.CommandFailure;
import ai.fomo.worker.command.Console;
import ai.fomo.workflows.catalogue.CatalogueProgress;
import ai.fomo.workflows.catalogue.CatalogueResult;
import ai.fomo.workflows.catalogue.CatalogueWorkflow;
import io.temporal.client.WorkflowClient;

/** Follows the sync of a source until it ends. */
public final class SyncFollower {
    private final WorkflowClient client;
    private final Console console;
    private final String source;
    private final AskedWorker worker;

    public SyncFollower(WorkflowClient client, Console console, String source) {
        this.client = client;
        this.console = console;
        this.source = source;
        this.worker = new AskedWorker(console, "the sync", () -> {});
    }

    /**
     * @param whenInterrupted said where the process is told to stop meanwhile: what becomes of the sync
     * @throws CommandFailure with the reason in one sentence, where it failed or was cancelled
     */
    public CatalogueResult follow(String whenInterrupted) {
        String sync = "the sync of " + source;
        SyncWatch watch = new SyncWatch(console);
        Farewell farewell = Farewell.of(console, whenInterrupted);
        try {
            return new FollowedWorkflow(
                            client,
                            CatalogueWorkflow.workflowId(source),
                            sync,
                            ": fomo catalogue sync " + source + " joins it")
                    .result(
                            CatalogueResult.class,
                            failure -> sync + " ended: " + WorkflowFailures.sentence(failure),
                            () -> worker.ask(this::progress)
                                    .ifPresent(progress -> watch.show(progress, System.nanoTime())));
        } finally {
            watch.end();
            farewell.withdraw();
        }
    }

    private CatalogueProgress progress() {
        return client.newWorkflowStub(CatalogueWorkflow.class, CatalogueWorkflow.workflowId(source))
                .progress();
    }
}
