import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.worker.platform.Platform;
import ai.fomo.workflows.TaskQueues;
import ai.fomo.workflows.feature.FeatureActivities;
import ai.fomo.workflows.feature.FeaturePlan;
import ai.fomo.workflows.feature.FeatureRequest;
import ai.fomo.workflows.feature.FeatureShardRequest;
import ai.fomo.workflows.feature.FeatureShardResult;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/**
 * {@code Pretend HOME SLOTS}: a process that serves the queue of features, so many shards at once, with an encoder whose shards cost a
 * time that the encoder's name says, and no core.
 */
public final class Pretend implements FeatureActivities {
    private static final Sha256 NOTHING = Sha256.of("nothing".getBytes(StandardCharsets.UTF_8));
    private static final int SHARD = 1000;

    public static void main(String[] arguments) throws InterruptedException {
        try (Platform platform = Home.join(arguments[0])) {
            WorkerFactory factory = WorkerFactory.newInstance(platform.client());
            serve(factory, TaskQueues.FEATURES, Integer.parseInt(arguments[1]));
            factory.start();
            new CountDownLatch(1).await();
        }
    }

    static void serve(WorkerFactory factory, String queue, int slots) {
        factory.newWorker(
                        queue,
                        WorkerOptions.newBuilder()
                                .setMaxConcurrentActivityExecutionSize(slots)
                                .build())
                .registerActivitiesImplementations(new Pretend());
    }

    /** An encoder whose shards take that long, and how many there are. */
    static String encoder(int shards, int milliseconds) {
        return shards + "x" + milliseconds;
    }

    @Override
    public FeaturePlan planFeatures(FeatureRequest request) {
        int shards = Integer.parseInt(request.encoder().split("x", 2)[0]);
        EncoderId encoder = new EncoderId(request.encoder(), NOTHING, "pretended", 1, 1);
        return new FeaturePlan(request.dataset(), encoder, NOTHING, shards * SHARD, SHARD);
    }

    @Override
    public FeatureShardResult extractShard(FeatureShardRequest request) {
        try {
            Thread.sleep(Long.parseLong(request.plan().encoder().name().split("x", 2)[1]));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new FeatureShardResult(SHARD, 0);
    }

    @Override
    public FeatureManifest gatherFeatures(FeaturePlan plan) {
        return new FeatureManifest(NOTHING, plan.dataset(), plan.encoder(), plan.images(), plan.images());
    }
}
