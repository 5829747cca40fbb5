package ai.fomo.worker.resume;

import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Where in its history a workflow goes on so that what was cancelled or failed is done again: at the workflow task that began
 * it. Going on any later would leave the workflow waiting for an activity, or a child, that is over.
 */
final class ResetPoint {
    private final Map<Long, Long> begunBy = new LinkedHashMap<>();
    private long task;
    private OptionalLong failedBy = OptionalLong.empty();

    private ResetPoint() {}

    /**
     * @param history of a workflow that was cancelled, terminated, or has failed
     * @return id of the event of that workflow task; empty where the workflow has not begun anything
     */
    static OptionalLong in(List<HistoryEvent> history) {
        ResetPoint point = new ResetPoint();
        for (HistoryEvent event : history) {
            if (event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED) {
                return point.unfinished();
            }
            point.read(event);
        }
        return point.failedBy.isPresent() ? point.failedBy : point.unfinished();
    }

    private void read(HistoryEvent event) {
        switch (event.getEventType()) {
            case EVENT_TYPE_WORKFLOW_TASK_COMPLETED -> task = event.getEventId();
            case EVENT_TYPE_ACTIVITY_TASK_SCHEDULED ->
                begunBy.put(
                        event.getEventId(),
                        event.getActivityTaskScheduledEventAttributes().getWorkflowTaskCompletedEventId());
            case EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_INITIATED ->
                begunBy.put(
                        event.getEventId(),
                        event.getStartChildWorkflowExecutionInitiatedEventAttributes()
                                .getWorkflowTaskCompletedEventId());
            case EVENT_TYPE_ACTIVITY_TASK_COMPLETED ->
                begunBy.remove(event.getActivityTaskCompletedEventAttributes().getScheduledEventId());
            case EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_COMPLETED ->
                begunBy.remove(event.getChildWorkflowExecutionCompletedEventAttributes()
                        .getInitiatedEventId());
            case EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_FAILED ->
                // The id was taken, and the workflow waits for its turn.
                begunBy.remove(event.getStartChildWorkflowExecutionFailedEventAttributes()
                        .getInitiatedEventId());
            case EVENT_TYPE_ACTIVITY_TASK_FAILED ->
                failed(event.getActivityTaskFailedEventAttributes().getScheduledEventId());
            case EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT ->
                failed(event.getActivityTaskTimedOutEventAttributes().getScheduledEventId());
            case EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_FAILED ->
                failed(event.getChildWorkflowExecutionFailedEventAttributes().getInitiatedEventId());
            case EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_TIMED_OUT ->
                failed(event.getChildWorkflowExecutionTimedOutEventAttributes().getInitiatedEventId());
            case EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_TERMINATED ->
                failed(event.getChildWorkflowExecutionTerminatedEventAttributes()
                        .getInitiatedEventId());
            case EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_CANCELED ->
                failed(event.getChildWorkflowExecutionCanceledEventAttributes().getInitiatedEventId());
            default -> {
                // Nothing that is begun or ends.
            }
        }
    }

    /** A failure that the workflow got over is followed by another one, or by none at the end. */
    private void failed(long begun) {
        Long by = begunBy.remove(begun);
        failedBy = by == null ? failedBy : OptionalLong.of(by);
    }

    /** Of what is under way, the task that began the first of it; else the last one. */
    private OptionalLong unfinished() {
        if (task == 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(begunBy.values().stream().min(Long::compare).orElse(task));
    }
}
