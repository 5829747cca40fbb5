package ai.fomo.worker.resume;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.ActivityTaskCompletedEventAttributes;
import io.temporal.api.history.v1.ActivityTaskFailedEventAttributes;
import io.temporal.api.history.v1.ActivityTaskScheduledEventAttributes;
import io.temporal.api.history.v1.ChildWorkflowExecutionCanceledEventAttributes;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.StartChildWorkflowExecutionInitiatedEventAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ResetPointTest {
    private final List<HistoryEvent> history = new ArrayList<>();

    @Test
    void aWorkflowThatHasDoneNothingHasNone() {
        assertThat(ResetPoint.in(history)).isEmpty();
    }

    @Test
    void whatWasCancelledIsBegunAgain() {
        long first = task();
        completed(activity(first));
        long second = task();
        long training = activity(second);
        event(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED);
        failed(training);
        completed(activity(task()));

        assertThat(ResetPoint.in(history)).hasValue(second);
    }

    @Test
    void aCancelledChildIsBegunAgainThoughItsStartWasATaskOfItsOwn() {
        long first = task();
        long child = event(
                EventType.EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_INITIATED,
                event -> event.setStartChildWorkflowExecutionInitiatedEventAttributes(
                        StartChildWorkflowExecutionInitiatedEventAttributes.newBuilder()
                                .setWorkflowTaskCompletedEventId(first)));
        task();
        event(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED);
        event(
                EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_CANCELED,
                event -> event.setChildWorkflowExecutionCanceledEventAttributes(
                        ChildWorkflowExecutionCanceledEventAttributes.newBuilder()
                                .setInitiatedEventId(child)));

        assertThat(ResetPoint.in(history)).hasValue(first);
    }

    @Test
    void whatWaitedForAPersonWaitsAgain() {
        completed(activity(task()));
        long waiting = task();
        event(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED);
        completed(activity(task()));

        assertThat(ResetPoint.in(history)).hasValue(waiting);
    }

    @Test
    void whatFailedIsBegunAgainAndNotWhatRecordedThatItFailed() {
        completed(activity(task()));
        long second = task();
        failed(activity(second));
        completed(activity(task()));
        task();

        assertThat(ResetPoint.in(history)).hasValue(second);
    }

    @Test
    void ofSeveralFailuresTheLastOneEndedIt() {
        failed(activity(task()));
        long second = task();
        failed(activity(second));

        assertThat(ResetPoint.in(history)).hasValue(second);
    }

    @Test
    void aTerminatedWorkflowBeginsAgainWhatWasUnderWay() {
        completed(activity(task()));
        long second = task();
        activity(second);

        assertThat(ResetPoint.in(history)).hasValue(second);
    }

    private long task() {
        return event(EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED);
    }

    private long activity(long task) {
        return event(
                EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
                event -> event.setActivityTaskScheduledEventAttributes(
                        ActivityTaskScheduledEventAttributes.newBuilder().setWorkflowTaskCompletedEventId(task)));
    }

    private void completed(long activity) {
        event(
                EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED,
                event -> event.setActivityTaskCompletedEventAttributes(
                        ActivityTaskCompletedEventAttributes.newBuilder().setScheduledEventId(activity)));
    }

    private void failed(long activity) {
        event(
                EventType.EVENT_TYPE_ACTIVITY_TASK_FAILED,
                event -> event.setActivityTaskFailedEventAttributes(
                        ActivityTaskFailedEventAttributes.newBuilder().setScheduledEventId(activity)));
    }

    private long event(EventType type) {
        return event(type, event -> {});
    }

    private long event(EventType type, Consumer<HistoryEvent.Builder> attributes) {
        HistoryEvent.Builder event =
                HistoryEvent.newBuilder().setEventId(history.size() + 1).setEventType(type);
        attributes.accept(event);
        history.add(event.build());
        return event.getEventId();
    }
}
