package ai.fomo.worker.view;

import ai.fomo.worker.command.CommandFailure;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** A workflow that a command looks at again and again, until its result is there. */
final class FollowedWorkflow {
    private static final long POLL_MILLISECONDS = 300;

    private final WorkflowClient client;
    private final String id;
    private final String name;
    private final String again;

    /**
     * @param name in a sentence: {@code run retrain-posters-1}
     * @param again how that sentence ends where it is lost sight of: what follows it once more
     */
    FollowedWorkflow(WorkflowClient client, String id, String name, String again) {
        this.client = client;
        this.id = id;
        this.name = name;
        this.again = again;
    }

    /**
     * @param failed says in one sentence why there is no result
     * @param look what is done in between
     * @throws WorkflowNotFoundException where Temporal knows no such workflow
     * @throws CommandFailure where it failed or was cancelled, or nobody can say any more
     */
    <R> R result(Class<R> type, Function<WorkflowFailedException, String> failed, Runnable look) {
        CompletableFuture<R> result = client.newUntypedWorkflowStub(id).getResultAsync(type);
        try {
            while (true) {
                try {
                    return result.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    look.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("no longer following " + name);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WorkflowNotFoundException unknown) {
                throw unknown;
            }
            if (e.getCause() instanceof WorkflowFailedException failure) {
                throw CommandFailure.failed(failed.apply(failure));
            }
            throw CommandFailure.failed(
                    "lost sight of " + name + " (" + WorkflowFailures.sentence(e) + "); it may well go on" + again);
        }
    }
}
