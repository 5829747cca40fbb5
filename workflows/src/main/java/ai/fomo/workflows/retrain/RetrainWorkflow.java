package ai.fomo.workflows.retrain;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** From a source of covers to a promoted model. */
@WorkflowInterface
public interface RetrainWorkflow {
    @WorkflowMethod
    RetrainResult retrain(RetrainRequest request);

    @QueryMethod
    RetrainProgress progress();

    /** Answers the question that a run waits with; refused where it does not wait. */
    @UpdateMethod
    ApprovalAnswer decide(ApprovalAnswer answer);

    @UpdateValidatorMethod(updateName = "decide")
    void validateDecide(ApprovalAnswer answer);

    static String workflowId(String dataset, int number) {
        return "retrain-" + dataset + "-" + number;
    }
}
