package ai.fomo.workflows.catalogue;

import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Timers that say in Temporal's UI what they wait for, and until when. */
final class NamedTimer {
    /** Where clocks differ, a moment that is still to come elsewhere may be past here: asking at once would be asking for ever. */
    private static final Duration SHORTEST_WHEN_TURNED_AWAY = Duration.ofSeconds(1);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private NamedTimer() {}

    static Instant now() {
        return Instant.ofEpochMilli(Workflow.currentTimeMillis());
    }

    static Promise<Void> until(Instant until, String summary) {
        return start(Duration.between(now(), until), summary);
    }

    /** After an answer that says to come later. */
    static Promise<Void> turnedAwayUntil(Instant until, String summary) {
        Duration wait = Duration.between(now(), until);
        return start(wait.compareTo(SHORTEST_WHEN_TURNED_AWAY) < 0 ? SHORTEST_WHEN_TURNED_AWAY : wait, summary);
    }

    static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    private static Promise<Void> start(Duration wait, String summary) {
        return Workflow.newTimer(
                wait, TimerOptions.newBuilder().setSummary(summary).build());
    }
}
