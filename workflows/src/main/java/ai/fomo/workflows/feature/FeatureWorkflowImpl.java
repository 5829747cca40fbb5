package ai.fomo.workflows.feature;

import ai.fomo.domain.feature.FeatureManifest;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;

/** Plan, shards through a sliding window, gather. */
public final class FeatureWorkflowImpl implements FeatureWorkflow {
    private static final Logger LOG = Workflow.getLogger(FeatureWorkflowImpl.class);

    private final FeatureActivities features = FeatureStubs.features();
    private final List<Promise<FeatureShardResult>> inFlight = new ArrayList<>();
    private final int window;
    private final int shardsPerExecution;

    private FeatureProgress progress = new FeatureProgress(0, 0, null, null);
    private FeaturePace pace = new FeaturePace(0, 0);

    public FeatureWorkflowImpl() {
        // Eight shards keep several workers busy; 500 are some 3,000 events, far below the warning at 10,240.
        this(8, 500);
    }

    FeatureWorkflowImpl(int window, int shardsPerExecution) {
        this.window = window;
        this.shardsPerExecution = shardsPerExecution;
    }

    @Override
    public FeatureManifest extract(FeatureRequest request) {
        FeaturePosition from = request.position();
        FeaturePlan plan = from == null ? features.planFeatures(request) : from.plan();
        int first = from == null ? 0 : from.nextShard();
        int end = Math.min(plan.shards(), first + shardsPerExecution);
        extractShards(plan, first, end);
        if (end < plan.shards()) {
            Workflow.continueAsNew(request.continuingAt(new FeaturePosition(plan, end)));
        }
        return features.gatherFeatures(plan);
    }

    @Override
    public FeatureProgress progress() {
        return progress;
    }

    private void extractShards(FeaturePlan plan, int first, int end) {
        int done = Math.min(first * plan.shardSize(), plan.images());
        pace = new FeaturePace(Workflow.currentTimeMillis(), done);
        show(done, plan.images());
        for (int shard = first; shard < end; shard++) {
            if (inFlight.size() == window) {
                awaitOne();
            }
            inFlight.add(Async.function(
                    FeatureStubs.shard(shard, plan.shards())::extractShard, new FeatureShardRequest(plan, shard)));
        }
        while (!inFlight.isEmpty()) {
            awaitOne();
        }
    }

    /** Throws what a shard failed with: each result is looked at, so no failure goes unseen. */
    private void awaitOne() {
        Promise.anyOf(inFlight).get();
        inFlight.removeIf(shard -> {
            if (shard.isCompleted()) {
                count(shard.get());
                return true;
            }
            return false;
        });
    }

    private void count(FeatureShardResult shard) {
        int done = progress.done() + shard.images();
        pace.reached(done, Workflow.currentTimeMillis());
        show(done, progress.total());
        if (shard.bad() > 0) {
            LOG.warn("{} images of a shard cannot be used and are left out", shard.bad());
        }
    }

    private void show(int done, int total) {
        progress = FeatureProgress.of(done, total, pace);
        if (total > 0) {
            String detail = String.format(Locale.ROOT, "%,d of %,d images", done, total);
            Workflow.setCurrentDetails(progress.pace().isEmpty() ? detail : detail + "; " + progress.pace());
        }
    }
}
