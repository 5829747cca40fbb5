package ai.fomo.worker.platform;

import ai.fomo.workflows.TaskQueues;
import ai.fomo.workflows.catalogue.CatalogueRequest;
import ai.fomo.workflows.catalogue.ScheduledSyncWorkflow;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionResult;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleCalendarSpec;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleClientOptions;
import io.temporal.client.schedules.ScheduleDescription;
import io.temporal.client.schedules.ScheduleException;
import io.temporal.client.schedules.ScheduleHandle;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.SchedulePolicy;
import io.temporal.client.schedules.ScheduleRange;
import io.temporal.client.schedules.ScheduleSpec;
import io.temporal.client.schedules.ScheduleState;
import io.temporal.client.schedules.ScheduleUpdate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The schedules by which Temporal starts syncs, one for a catalogue at the most. */
public final class SyncSchedules {
    /** Services that were off for a week owe one sync and not seven. */
    private static final Duration CATCH_UP = Duration.ofDays(1);

    private final ScheduleClient client;

    private SyncSchedules(ScheduleClient client) {
        this.client = client;
    }

    public static SyncSchedules of(WorkflowClient client) {
        return new SyncSchedules(ScheduleClient.newInstance(
                client.getWorkflowServiceStubs(),
                ScheduleClientOptions.newBuilder()
                        .setNamespace(client.getOptions().getNamespace())
                        .setDataConverter(client.getOptions().getDataConverter())
                        .build()));
    }

    /** Takes the place of the one before. */
    public void put(CatalogueRequest request, LocalTime at, ZoneId zone) {
        Schedule schedule = schedule(request, at, zone);
        ScheduleHandle handle = handle(request.source());
        if (find(request.source()).isPresent()) {
            // What a person did in Temporal's UI, a pause among it, stays.
            handle.update(before -> new ScheduleUpdate(
                    Schedule.newBuilder(before.getDescription().getSchedule())
                            .setAction(schedule.getAction())
                            .setSpec(schedule.getSpec())
                            .setPolicy(schedule.getPolicy())
                            .build()));
        } else {
            client.createSchedule(
                    handle.getId(), schedule, ScheduleOptions.newBuilder().build());
        }
    }

    /** False where there was none. */
    public boolean remove(String source) {
        try {
            handle(source).delete();
            return true;
        } catch (ScheduleException | StatusRuntimeException e) {
            return orThrow(e, false);
        }
    }

    public Optional<DailySync> find(String source) {
        try {
            return Optional.of(dailySync(handle(source).describe()));
        } catch (ScheduleException | StatusRuntimeException e) {
            return orThrow(e, Optional.empty());
        }
    }

    private ScheduleHandle handle(String source) {
        return client.getHandle(ScheduledSyncWorkflow.scheduleId(source));
    }

    private static Schedule schedule(CatalogueRequest request, LocalTime at, ZoneId zone) {
        String id = ScheduledSyncWorkflow.scheduleId(request.source());
        return Schedule.newBuilder()
                .setAction(ScheduleActionStartWorkflow.newBuilder()
                        .setWorkflowType(ScheduledSyncWorkflow.class)
                        .setArguments(request)
                        .setOptions(WorkflowOptions.newBuilder()
                                .setWorkflowId(id)
                                .setTaskQueue(TaskQueues.WORKFLOWS)
                                .build())
                        .build())
                .setSpec(ScheduleSpec.newBuilder()
                        .setCalendars(List.of(ScheduleCalendarSpec.newBuilder()
                                .setHour(List.of(new ScheduleRange(at.getHour())))
                                .setMinutes(List.of(new ScheduleRange(at.getMinute())))
                                .setSeconds(List.of(new ScheduleRange(0)))
                                .build()))
                        .setTimeZoneName(zone.getId())
                        .build())
                .setPolicy(SchedulePolicy.newBuilder()
                        // One that still runs fetches what is new anyway.
                        .setOverlap(ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP)
                        .setCatchupWindow(CATCH_UP)
                        .build())
                .build();
    }

    private static DailySync dailySync(ScheduleDescription description) {
        ScheduleSpec spec = description.getSchedule().getSpec();
        ScheduleCalendarSpec calendar = spec.getCalendars().get(0);
        ScheduleActionStartWorkflow action =
                (ScheduleActionStartWorkflow) description.getSchedule().getAction();
        List<Instant> next = description.getInfo().getNextActionTimes();
        List<ScheduleActionResult> recent = description.getInfo().getRecentActions();
        ScheduleState state = description.getSchedule().getState();
        String zone = spec.getTimeZoneName();
        CatalogueRequest request = action.getArguments().get(0, CatalogueRequest.class);
        return new DailySync(
                String.format(
                        Locale.ROOT,
                        "%02d:%02d",
                        calendar.getHour().get(0).getStart(),
                        calendar.getMinutes().get(0).getStart()),
                zone == null || zone.isEmpty() ? "UTC" : zone,
                request.coversPerGenre(),
                request.genres(),
                request.relistAfter(),
                state != null && state.isPaused(),
                next.isEmpty() ? null : next.get(0),
                recent.isEmpty() ? null : recent.get(recent.size() - 1).getStartedAt());
    }

    /** The client wraps some answers of the server and not others. */
    private static <T> T orThrow(RuntimeException e, T whereThereIsNone) {
        Throwable cause = e instanceof ScheduleException ? e.getCause() : e;
        if (cause instanceof StatusRuntimeException status && status.getStatus().getCode() == Status.Code.NOT_FOUND) {
            return whereThereIsNone;
        }
        throw e;
    }
}
