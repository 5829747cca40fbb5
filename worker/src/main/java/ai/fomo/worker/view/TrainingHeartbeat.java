package ai.fomo.worker.view;

import ai.fomo.domain.RunId;
import ai.fomo.domain.training.TrainingProgress;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.common.converter.DataConverterException;
import java.util.Optional;

/** What a training last told Temporal. A workflow cannot see it, but whoever describes the workflow can. */
final class TrainingHeartbeat {
    private static final String ACTIVITY = "Train";

    private TrainingHeartbeat() {}

    /** Empty where no training is under way, or none has said anything yet. */
    static Optional<TrainingProgress> of(WorkflowClient client, RunId run) {
        try {
            return client
                    .getWorkflowServiceStubs()
                    .blockingStub()
                    .describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                            .setNamespace(client.getOptions().getNamespace())
                            .setExecution(WorkflowExecution.newBuilder().setWorkflowId(run.value()))
                            .build())
                    .getPendingActivitiesList()
                    .stream()
                    .filter(activity -> activity.getActivityType().getName().equals(ACTIVITY))
                    .filter(PendingActivityInfo::hasHeartbeatDetails)
                    .findFirst()
                    .map(activity -> client.getOptions()
                            .getDataConverter()
                            .fromPayloads(
                                    0,
                                    Optional.of(activity.getHeartbeatDetails()),
                                    TrainingProgress.class,
                                    TrainingProgress.class));
        } catch (StatusRuntimeException | DataConverterException e) {
            // It is for people who watch, and the next look tells more.
            return Optional.empty();
        }
    }
}
