package ai.fomo.workflows.feature;

import ai.fomo.domain.feature.FeatureManifest;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Plan, shards through a sliding window, gather. */
public final class FeatureWorkflowImpl implements FeatureWorkflow {
    private static final Logger LOG = Workflow.getLogger(FeatureWorkflowImpl.class);

    private static final String WIDER = "features-wider-window";

    /**
     * @param window shards under way or waiting for a worker; two a host, so that it bounds how many hosts are busy
     * @param perExecution shards; each leaves six events at the most, and Temporal warns at 10,240
     */
    record Breadth(int window, int perExecution) {
        static final Breadth BEFORE = new Breadth(8, 500);
        static final Breadth NOW = new Breadth(64, 1_000);
    }

    private final FeatureActivities features = FeatureStubs.features();
    private final List<Promise<FeatureShardResult>> inFlight = new ArrayList<>();
    private final @Nullable Breadth given;

    private FeatureProgress progress = new FeatureProgress(0, 0, null, null);
    private FeaturePace pace = new FeaturePace(0, 0);

    public FeatureWorkflowImpl() {
        this.given = null;
    }

    FeatureWorkflowImpl(Breadth given) {
        this.given = given;
    }

    @Override
    public FeatureManifest extract(FeatureRequest request) {
        Breadth breadth = breadth();
        FeaturePosition from = request.position();
        FeaturePlan plan = from == null ? features.planFeatures(request) : from.plan();
        int first = from == null ? 0 : from.nextShard();
        int end = Math.min(plan.shards(), first + breadth.perExecution());
        extractShards(plan, first, end, breadth.window());
        if (end < plan.shards()) {
            Workflow.continueAsNew(request.continuingAt(new FeaturePosition(plan, end)));
        }
        return features.gatherFeatures(plan);
    }

    @Override
    public FeatureProgress progress() {
        return progress;
    }

    private Breadth breadth() {
        if (given != null) {
            return given;
        }
        boolean before = Workflow.getVersion(WIDER, Workflow.DEFAULT_VERSION, 1) == Workflow.DEFAULT_VERSION;
        return before ? Breadth.BEFORE : Breadth.NOW;
    }

    private void extractShards(FeaturePlan plan, int first, int end, int window) {
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
