package ai.fomo.worker.view;

import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.common.converter.DataConverterException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What activities under way last told Temporal. A workflow cannot see it, but whoever describes the workflow can. */
final class Heartbeats {
    private Heartbeats() {}

    /**
     * Empty where none is under way, or none has said anything yet.
     *
     * @param activity the type's name
     * @param type of what it says
     */
    static <T> List<T> of(WorkflowClient client, String workflow, String activity, Class<T> type) {
        try {
            return client
                    .getWorkflowServiceStubs()
                    .blockingStub()
                    .describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                            .setNamespace(client.getOptions().getNamespace())
                            .setExecution(WorkflowExecution.newBuilder().setWorkflowId(workflow))
                            .build())
                    .getPendingActivitiesList()
                    .stream()
                    .filter(pending -> pending.getActivityType().getName().equals(activity))
                    .filter(PendingActivityInfo::hasHeartbeatDetails)
                    // Null is what an activity says that only asks whether it is cancelled.
                    .flatMap(pending -> Stream.ofNullable(client.getOptions()
                            .getDataConverter()
                            .fromPayloads(0, Optional.of(pending.getHeartbeatDetails()), type, type)))
                    .toList();
        } catch (StatusRuntimeException | DataConverterException e) {
            // It is for people who watch, and the next look tells more.
            return List.of();
        }
    }
}
