package ai.fomo.workflows.replay;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.RunId;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.workflows.RecordingPlatform;
import ai.fomo.workflows.Samples;
import ai.fomo.workflows.WorkflowEnvironment;
import ai.fomo.workflows.WorkflowImplementations;
import ai.fomo.workflows.catalogue.CatalogueWorkflow;
import ai.fomo.workflows.catalogue.RateLimited;
import ai.fomo.workflows.evaluation.EvaluationInput;
import ai.fomo.workflows.evaluation.EvaluationWorkflow;
import ai.fomo.workflows.feature.FeatureWorkflow;
import ai.fomo.workflows.poster.PosterReference;
import ai.fomo.workflows.poster.PosterRequest;
import ai.fomo.workflows.poster.PosterWorkflow;
import ai.fomo.workflows.poster.RecordingPosters;
import ai.fomo.workflows.registry.PromotionInput;
import ai.fomo.workflows.registry.PromotionWorkflow;
import ai.fomo.workflows.registry.RollbackInput;
import ai.fomo.workflows.registry.RollbackWorkflow;
import ai.fomo.workflows.retrain.Approval;
import ai.fomo.workflows.retrain.ApprovalAnswer;
import ai.fomo.workflows.retrain.RetrainRequest;
import ai.fomo.workflows.retrain.RetrainWorkflow;
import ai.fomo.workflows.training.ReproduceRequest;
import ai.fomo.workflows.training.ReproduceWorkflow;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Writes what {@link ReplayTest} replays, beside what it has written before:
 * {@code ./mvnw test -pl workflows -am -Dtest=RecordHistories -Dsurefire.failIfNoSpecifiedTests=false}
 * (no name of a test: the suite does not run it).
 */
class RecordHistories {
    private static final Path HISTORIES = Path.of("src/test/resources/histories");

    private final RecordingPlatform platform = new RecordingPlatform();
    private final WorkflowEnvironment environment =
            new WorkflowEnvironment().activities(platform, new RecordingPosters());

    @Test
    void everyWorkflowLeavesAHistory() throws IOException {
        environment.workflows().registerWorkflowImplementationTypes(WorkflowImplementations.all());
        environment.start();
        platform.limits.add(new RateLimited("spotify-covers", environment.now(), false));
        platform.limits.add(new RateLimited("spotify", environment.now(), true));
        WorkflowClient client = environment.client();

        RetrainRequest request = Samples.retrain(SourceKind.SPOTIFY, new Approval.ByPerson(Duration.ofDays(7)));
        RetrainWorkflow retrain =
                client.newWorkflowStub(RetrainWorkflow.class, RetrainWorkflow.options(Samples.RUN, request));
        WorkflowClient.start(retrain::retrain, request);
        while (retrain.progress().waitingFor() == null) {
            Thread.onSpinWait();
        }
        retrain.decide(new ApprovalAnswer(true, "Ann", "better on Reggaeton"));
        WorkflowStub.fromTyped(retrain).getResult(Object.class);

        PosterRequest poster =
                new PosterRequest(PosterReference.stored(Samples.digest("poster")), null, null, null, null);
        client.newWorkflowStub(PosterWorkflow.class, PosterWorkflow.options(Samples.digest("poster"), 4))
                .classify(poster);
        PromotionInput promotion = new PromotionInput(7, "Ann", "better on Reggaeton");
        client.newWorkflowStub(PromotionWorkflow.class, PromotionWorkflow.options(1, promotion))
                .promote(promotion);
        RollbackInput rollback = new RollbackInput("Ann", "worse on Reggaeton");
        client.newWorkflowStub(RollbackWorkflow.class, RollbackWorkflow.options(1, rollback))
                .rollback(rollback);

        EvaluationInput evaluation = new EvaluationInput(7, null, "posters");
        client.newWorkflowStub(EvaluationWorkflow.class, EvaluationWorkflow.options(1, evaluation))
                .evaluate(evaluation);

        RunId reproduced = Samples.RUN;
        client.newWorkflowStub(ReproduceWorkflow.class, ReproduceWorkflow.options(reproduced, 1))
                .reproduce(new ReproduceRequest(reproduced));

        save("reproduce", ReproduceWorkflow.workflowId(reproduced, 1));
        save("retrain-with-report", Samples.RUN.value());
        save("evaluate", EvaluationWorkflow.workflowId(7, 1));
        save("catalogue-one-request", CatalogueWorkflow.workflowId("covers"));
        save("features", FeatureWorkflow.workflowId(Samples.DATASET, "efficientnet-lite0"));
        save("poster", PosterWorkflow.workflowId(Samples.digest("poster"), 4));
        save("promote", PromotionWorkflow.workflowId(1));
        save("rollback", RollbackWorkflow.workflowId(1));
        environment.close();
        try (var files = Files.list(HISTORIES)) {
            assertThat(files).hasSize(11);
        }
    }

    /** What is there stays: it is what versions before did. What changed gets another name. */
    private void save(String name, String workflowId) throws IOException {
        Files.createDirectories(HISTORIES);
        Path file = HISTORIES.resolve(name + ".json");
        if (Files.notExists(file)) {
            Files.writeString(
                    file, environment.client().fetchHistory(workflowId).toJson(true) + "\n");
        }
    }
}
