package ai.fomo.workflows.evaluation;

import ai.fomo.workflows.Summary;
import ai.fomo.workflows.TaskQueues;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowOptions;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Judges a registered model again: beside today's champion, by today's policy, or on other images. Promotes nothing. */
@WorkflowInterface
public interface EvaluationWorkflow {
    @WorkflowMethod
    EvaluationOutcome evaluate(EvaluationInput input);

    @QueryMethod
    EvaluationProgress progress();

    static String workflowId(int model, int number) {
        return "evaluate-" + model + "-" + number;
    }

    /** An id is used once: another evaluation may well come to another result, and is another one. */
    static WorkflowOptions options(int number, EvaluationInput input) {
        return WorkflowOptions.newBuilder()
                .setWorkflowId(workflowId(input.model(), number))
                .setTaskQueue(TaskQueues.WORKFLOWS)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
                .setStaticSummary(Summary.of("evaluate model " + input.model()
                        + (input.dataset() == null ? "" : " on " + input.dataset())
                        + (input.posters() == null ? "" : ", with posters of " + input.posters())))
                .build();
    }
}
