package ai.fomo.worker.view;

import ai.fomo.worker.command.Console;
import ai.fomo.worker.command.Progress;
import ai.fomo.workflows.catalogue.CatalogueProgress;
import ai.fomo.workflows.catalogue.CatalogueWorkflow;
import ai.fomo.workflows.feature.FeatureProgress;
import ai.fomo.workflows.feature.FeatureWorkflow;
import ai.fomo.workflows.retrain.RetrainStage;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import org.jspecify.annotations.Nullable;

/** How far the child workflow of a stage is. */
final class ChildProgress implements AutoCloseable {
    private static final String SHARD = "ExtractShard";

    private final WorkflowClient client;
    private final Console console;
    private @Nullable Progress images;
    /** A stage may have several, of the images as they are and mirrored. */
    private @Nullable String shown;

    private long imagesSaid;

    private @Nullable SyncWatch covers;

    ChildProgress(WorkflowClient client, Console console) {
        this.client = client;
        this.console = console;
    }

    /** @param child id of the workflow that does the work of the stage */
    void show(RetrainStage stage, String child) {
        try {
            if (stage == RetrainStage.FEATURES) {
                showImages(
                        child,
                        client.newWorkflowStub(FeatureWorkflow.class, child).progress());
            } else if (stage == RetrainStage.SYNC_CATALOGUE) {
                CatalogueProgress progress =
                        client.newWorkflowStub(CatalogueWorkflow.class, child).progress();
                if (covers == null) {
                    covers = new SyncWatch(console);
                }
                covers.show(progress, System.nanoTime());
            }
        } catch (WorkflowException | StatusRuntimeException e) {
            // Not started yet, or without a worker for a moment: the next look tells more.
            return;
        }
    }

    /** The stage is over. */
    void end() {
        if (images != null) {
            images.close();
            images = null;
        }
        if (covers != null) {
            covers.end();
            covers = null;
        }
    }

    @Override
    public void close() {
        end();
    }

    private void showImages(String child, FeatureProgress progress) {
        if (progress.total() == 0) {
            return;
        }
        if (!child.equals(shown)) {
            end();
            shown = child;
        }
        if (images == null) {
            images = console.progress("  features", "images", progress.total());
            imagesSaid = 0;
        }
        // Of shards that are done, and of those under way. One that is done by now may be missing in both: nothing goes
        // backwards.
        int underWay = Heartbeats.of(client, child, SHARD, Integer.class).stream()
                .mapToInt(Integer::intValue)
                .sum();
        imagesSaid = Math.max(imagesSaid, Math.min(progress.total(), progress.done() + underWay));
        images.reached(imagesSaid, progress.pace());
    }
}
