package ai.fomo.workflows.feature;

import ai.fomo.domain.feature.FeatureManifest;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;

/** Plan, shards through a sliding window, gather. */
public final class FeatureWorkflowImpl implements FeatureWorkflow {
    private static final Logger LOG = Workflow.getLogger(FeatureWorkflowImpl.class);

    private final FeatureActivities features = FeatureStubs.features();
    private final List<Promise<FeatureShardResult>> inFlight = new ArrayList<>();
    private final int window;
    private final int shardsPerExecution;

    private FeatureProgress progress = new FeatureProgress(0, 0);

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
        progress = new FeatureProgress(Math.min(first * plan.shardSize(), plan.images()), plan.images());
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
        progress = new FeatureProgress(progress.done() + shard.images(), progress.total());
        if (shard.bad() > 0) {
            LOG.warn("{} images of a shard could not be decoded and are left out", shard.bad());
        }
    }
}
