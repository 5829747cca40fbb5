package ai.fomo.systemtests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.RunId;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.worker.configuration.Configuration;
import ai.fomo.worker.configuration.S3Connection;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import ai.fomo.workflows.retrain.Approval;
import ai.fomo.workflows.retrain.RetrainRequest;
import ai.fomo.workflows.retrain.RetrainResult;
import ai.fomo.workflows.retrain.RetrainWorkflow;
import io.temporal.client.WorkflowClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A platform on which the worker that trains can be killed at any moment. Another worker does all the rest, and the services
 * are the test's.
 */
public final class KillableTrainings implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KillableTrainings.class);

    private static final String DATASET = "own";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final FomoHome fomo;
    private final Platform platform;
    private final CheckpointWire wire;
    private final TrainingRows rows;
    private final CheckpointFiles files;
    private final Map<TrainingConfiguration, String> undisturbed = new HashMap<>();

    private @Nullable PlatformProcess worker;
    private int runs;

    private KillableTrainings(FomoHome fomo, Platform platform) {
        this.fomo = fomo;
        this.platform = platform;
        this.wire = CheckpointWire.to(platform.addresses().s3().endpoint());
        this.rows = TrainingRows.of(platform.addresses().postgres().jdbcUrl());
        this.files = new CheckpointFiles(fomo.data());
    }

    /** With a dataset to train on, and nobody who trains. */
    public static KillableTrainings in(Path directory) {
        LabelledImages images = LabelledImages.draw(directory.resolve(DATASET), 120, 7);
        FomoHome fomo = FomoHome.in(directory);
        Map<String, String> environment = new HashMap<>(fomo.environment());
        // Java's own answer to where programs are: nothing but the configuration reads the environment.
        environment.put("PATH", new ProcessBuilder().environment().getOrDefault("PATH", "/usr/bin:/bin"));
        Platform platform =
                Platform.joinOrStart(Configuration.from(environment), PlatformOptions.withoutWorker(), sentence -> {});
        CommandResult imported = fomo.run(
                "dataset",
                "import",
                "--name",
                DATASET,
                "--csv",
                images.csv().toString(),
                "--images",
                images.images().toString(),
                "--classes-from-labels");
        assertThat(imported.exitCode()).as("%s", imported).isZero();
        PlatformProcess rest = fomo.start("worker", "--queues", "workflows,io,features");
        rest.waitForOutput("Serving", LIMIT);
        return new KillableTrainings(fomo, platform);
    }

    /** @return its run, which waits for somebody who trains */
    public String start(TrainingConfiguration configuration) {
        runs++;
        RunId run = new RunId(RetrainWorkflow.workflowId(DATASET, runs));
        RetrainRequest request = new RetrainRequest(
                DATASET, SourceKind.FILES, 0, "efficientnet-lite0", configuration, new Approval.Automatic());
        RetrainWorkflow workflow =
                platform.client().newWorkflowStub(RetrainWorkflow.class, RetrainWorkflow.options(run, request));
        WorkflowClient.start(workflow::retrain, request);
        return run.value();
    }

    public void awaitEnd(String run) {
        try {
            platform.client()
                    .newUntypedWorkflowStub(run)
                    .getResult(LIMIT.toSeconds(), TimeUnit.SECONDS, RetrainResult.class);
        } catch (TimeoutException e) {
            throw new AssertionError(run + " has not ended within " + LIMIT + "\n" + fomo.log(), e);
        }
    }

    /** The run of the same training without a kill; somebody has to be there who trains. */
    public String undisturbed(TrainingConfiguration configuration) {
        return undisturbed.computeIfAbsent(configuration, same -> {
            String run = start(same);
            awaitEnd(run);
            LOG.info(
                    "{} was undisturbed and took {} epochs",
                    run,
                    rows.epochs(run).size());
            return run;
        });
    }

    /** One that trains, with the wire between it and S3. Of several, one at a time. */
    public void startWorker() {
        S3Connection s3 = platform.addresses().s3();
        worker = fomo.startWith(
                Map.of(
                        "FOMO_S3_ENDPOINT", wire.endpoint(),
                        "FOMO_S3_REGION", s3.region(),
                        "FOMO_S3_BUCKET", s3.bucket(),
                        "FOMO_S3_ACCESS_KEY", s3.accessKey(),
                        "FOMO_S3_SECRET_KEY", s3.secretKey()),
                "worker",
                "--queues",
                "training");
    }

    /** SIGKILL to the one that trains, if there is one. */
    public void killWorker() {
        if (worker != null) {
            worker.kill();
        }
    }

    /** SIGTERM, and waits until it has gone. */
    public void stopWorker() {
        PlatformProcess stopping = Objects.requireNonNull(worker, "nobody trains");
        stopping.terminate();
        assertThat(stopping.waitFor(LIMIT))
                .as("whether it stopped; its log:%n%s", fomo.log())
                .isTrue();
    }

    public CheckpointWire wire() {
        return wire;
    }

    public TrainingRows rows() {
        return rows;
    }

    public CheckpointFiles files() {
        return files;
    }

    public String log() {
        return fomo.log();
    }

    @Override
    public void close() {
        killWorker();
        rows.close();
        platform.close();
        wire.close();
        fomo.close();
    }
}
