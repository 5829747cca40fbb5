package ai.fomo.worker.resume;

import ai.fomo.domain.RunId;
import ai.fomo.storage.training.RunRow;
import ai.fomo.storage.training.RunStore;
import ai.fomo.worker.command.CommandFailure;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.UUID;

/** Lets a run that was cancelled, or has failed, go on under its id: Temporal's reset, and the row's outcome taken back. */
public final class RunReset {
    private final WorkflowClient client;
    private final RunStore runs;

    public RunReset(WorkflowClient client, RunStore runs) {
        this.client = client;
        this.runs = runs;
    }

    /** @throws CommandFailure in one sentence, where the run is not one that can go on */
    public void reset(RunRow row) {
        WorkflowExecution closed = requireUnfinished(row);
        long task = ResetPoint.in(client.fetchHistory(closed.getWorkflowId(), closed.getRunId())
                        .getEvents())
                .orElseThrow(() -> CommandFailure.failed(
                        "run " + row.run() + " ended before it did anything; " + startAgain(row)));
        // First: it may end again before we could.
        runs.reopen(row.run());
        try {
            stubs().blockingStub()
                    .resetWorkflowExecution(ResetWorkflowExecutionRequest.newBuilder()
                            .setNamespace(namespace())
                            .setWorkflowExecution(closed)
                            .setWorkflowTaskFinishEventId(task)
                            .setRequestId(UUID.randomUUID().toString())
                            .setReason("fomo resume")
                            .build());
        } catch (StatusRuntimeException e) {
            takeBack(row);
            throw CommandFailure.failed(
                    "run " + row.run() + " could not go on: " + e.getStatus().getDescription());
        }
    }

    private WorkflowExecution requireUnfinished(RunRow row) {
        RunId run = row.run();
        try {
            var info = stubs().blockingStub()
                    .describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                            .setNamespace(namespace())
                            .setExecution(WorkflowExecution.newBuilder().setWorkflowId(run.value()))
                            .build())
                    .getWorkflowExecutionInfo();
            if (info.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING) {
                throw CommandFailure.failed("run " + run + " has not ended; follow it with: fomo watch " + run);
            }
            if (info.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED) {
                throw CommandFailure.failed(
                        "run " + run + " is done and would end so again, as " + row.outcome() + "; " + startAgain(row));
            }
            return info.getExecution();
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
                throw CommandFailure.failed(
                        "Temporal has forgotten run " + run + ", which ended long ago; " + startAgain(row));
            }
            throw e;
        }
    }

    private void takeBack(RunRow row) {
        if (row.outcome() != null && row.explanation() != null) {
            runs.finish(row.run(), row.outcome(), row.explanation());
        }
    }

    private static String startAgain(RunRow row) {
        return "start a new one: fomo retrain --dataset " + row.dataset();
    }

    private WorkflowServiceStubs stubs() {
        return client.getWorkflowServiceStubs();
    }

    private String namespace() {
        return client.getOptions().getNamespace();
    }
}
