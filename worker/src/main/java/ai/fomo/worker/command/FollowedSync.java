package ai.fomo.worker.command;

import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.view.SyncFollower;
import ai.fomo.worker.view.SyncText;
import ai.fomo.workflows.catalogue.CatalogueRequest;
import ai.fomo.workflows.catalogue.CatalogueResult;
import ai.fomo.workflows.catalogue.CatalogueWorkflow;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A sync that a command watches until its end. */
final class FollowedSync {
    private FollowedSync() {}

    /** @return false where one ran already, which is joined */
    static boolean start(Platform platform, CatalogueRequest request) {
        boolean running = runs(platform, request.source());
        CatalogueWorkflow workflow =
                platform.client().newWorkflowStub(CatalogueWorkflow.class, CatalogueWorkflow.options(request));
        WorkflowClient.start(workflow::sync, request);
        return !running;
    }

    static boolean runs(Platform platform, String source) {
        try {
            return platform.client()
                            .newUntypedWorkflowStub(CatalogueWorkflow.workflowId(source))
                            .describe()
                            .getStatus()
                    == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
        } catch (WorkflowNotFoundException e) {
            return false;
        }
    }

    /** Prints what came of it. */
    static ExitCode follow(Platform platform, Console console, String source) {
        CatalogueResult result = new SyncFollower(platform.client(), console, source).follow(goesOn(platform, source));
        console.print(SyncText.of(result));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("source", source);
        document.put("covers", result.covers());
        document.put("added", result.added());
        document.put("refused", result.refused());
        document.put("skipped", result.skipped());
        console.document(document);
        return ExitCode.DONE;
    }

    /** What becomes of a sync that nobody watches. */
    static String goesOn(Platform platform, String source) {
        return platform.owner()
                ? "the sync of " + source + " stops with the services of this command and goes on at their next start:"
                        + " fomo catalogue sync " + source
                : "the sync of " + source + " goes on; look at it with: fomo catalogue status " + source
                        + ", end it with: fomo catalogue cancel " + source;
    }
}
