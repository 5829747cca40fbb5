package ai.fomo.workflows.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.dataset.RareClassRule;
import ai.fomo.workflows.RecordingPlatform;
import ai.fomo.workflows.Samples;
import ai.fomo.workflows.WorkflowEnvironment;
import ai.fomo.workflows.WorkflowImplementations;
import ai.fomo.workflows.dataset.DatasetBuildRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EvaluationWorkflowTest {
    private final RecordingPlatform platform = new RecordingPlatform();
    private final WorkflowEnvironment environment = new WorkflowEnvironment().activities(platform);

    @BeforeEach
    void start() {
        environment.workflows().registerWorkflowImplementationTypes(WorkflowImplementations.all());
        environment.start();
    }

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void aModelIsJudgedAgainOnItsOwnDatasetAndTheGateDecides() {
        EvaluationOutcome outcome = evaluate(null, null);

        assertThat(platform.calls)
                .containsExactly("findModel", "planFeatures", "gatherFeatures", "evaluate", "gate", "writeReport");
        assertThat(outcome.run()).isEqualTo(Samples.RUN);
        assertThat(Objects.requireNonNull(outcome.gate()).passed()).isTrue();
        assertThat(platform.builds).isEmpty();
    }

    @Test
    void itsFeaturesAreOfTheWeightsThatItWasTrainedOn() {
        platform.encoderWeights = Samples.digest("former weights");

        evaluate(null, null);

        assertThat(platform.planned)
                .singleElement()
                .satisfies(planned -> assertThat(planned.weights()).isEqualTo(Samples.digest("former weights")));
    }

    @Test
    void featuresThatAreFoundLostAreComputedAgainAndJudgedOn() {
        platform.losses.set(1);
        platform.duringEvaluation = platform::loseSome;

        EvaluationOutcome outcome = evaluate(null, "posters");

        assertThat(outcome.gate()).isNotNull();
        assertThat(platform.calls)
                .containsSubsequence("evaluate", "planFeatures", "planFeatures", "gatherFeatures", "evaluate", "gate");
        assertThat(platform.planned).as("covers and posters, twice").hasSize(4);
    }

    @Test
    void itsOwnDatasetByNameIsBuiltAsItStandsNow() {
        EvaluationOutcome outcome = evaluate("covers", null);

        assertThat(platform.builds).extracting(DatasetBuildRequest::source).containsExactly("covers");
        assertThat(outcome.gate()).isNotNull();
    }

    @Test
    void onAnotherDatasetTheGateIsNotAsked() {
        EvaluationOutcome outcome = evaluate("others", null);

        assertThat(platform.calls).doesNotContain("gate").endsWith("evaluate", "writeReport");
        assertThat(outcome.gate()).isNull();
        assertThat(platform.builds)
                .singleElement()
                .satisfies(build -> assertThat(
                                Objects.requireNonNull(build.rareClasses()).treatment())
                        .isEqualTo(RareClassRule.Treatment.KEEP));
    }

    @Test
    void labelledPostersJudgeItToo() {
        evaluate(null, "posters");

        assertThat(platform.builds).extracting(DatasetBuildRequest::source).containsExactly("posters");
        assertThat(platform.evaluated)
                .singleElement()
                .satisfies(evaluated -> assertThat(evaluated.posters()).isNotNull());
    }

    @Test
    void postersThatItWasJudgedOnBeforeAreNotLeftOut() {
        platform.judgedOnPosters = "posters";

        EvaluationOutcome outcome = evaluate(null, null);

        assertThat(platform.builds).extracting(DatasetBuildRequest::source).containsExactly("posters");
        assertThat(outcome.gate()).isNotNull();
    }

    @Test
    void onOtherPostersThanBeforeTheGateIsNotAsked() {
        platform.judgedOnPosters = "posters";

        assertThat(evaluate(null, "easier").gate()).isNull();
    }

    private EvaluationOutcome evaluate(@Nullable String dataset, @Nullable String posters) {
        EvaluationInput input = new EvaluationInput(7, dataset, posters);
        return environment
                .client()
                .newWorkflowStub(EvaluationWorkflow.class, EvaluationWorkflow.options(1, input))
                .evaluate(input);
    }
}
