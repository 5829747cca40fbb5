import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.workflows.TaskQueues;
import ai.fomo.workflows.feature.FeatureRequest;
import ai.fomo.workflows.feature.FeatureWorkflow;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Runs the feature stage as a retraining does, by its workflow, and looks at what it left. */
final class Extractions {
    private final WorkflowClient client;

    Extractions(WorkflowClient client) {
        this.client = client;
    }

    record Result(FeatureManifest manifest, double seconds) {}

    Result run(Sha256 dataset, String encoder) {
        return start(dataset, encoder).join();
    }

    CompletableFuture<Result> start(Sha256 dataset, String encoder) {
        long begin = System.nanoTime();
        FeatureWorkflow workflow = client.newWorkflowStub(
                FeatureWorkflow.class,
                WorkflowOptions.newBuilder()
                        .setWorkflowId("measured-" + UUID.randomUUID())
                        .setTaskQueue(TaskQueues.WORKFLOWS)
                        .build());
        return WorkflowClient.execute(workflow::extract, new FeatureRequest(dataset, encoder))
                .thenApply(manifest -> new Result(manifest, (System.nanoTime() - begin) / 1e9));
    }
}
