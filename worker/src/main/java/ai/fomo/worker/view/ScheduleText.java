package ai.fomo.worker.view;

import ai.fomo.worker.platform.DailySync;
import ai.fomo.workflows.catalogue.CatalogueRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** When a catalogue is synced by itself. */
public final class ScheduleText {
    private ScheduleText() {}

    public static String of(String source, Optional<DailySync> schedule) {
        return schedule.map(found -> of(source, found)).orElseGet(() -> none(source));
    }

    private static String of(String source, DailySync schedule) {
        Instant next = schedule.next();
        Instant last = schedule.last();
        String planned = next == null ? "" : "\nnext: " + Moments.text(next) + " UTC";
        return "catalogue " + source + " is synced daily at " + time(schedule) + ", up to " + wanted(schedule)
                + (schedule.paused() ? "\npaused: it goes on once somebody says so in Temporal's UI" : planned)
                + (last == null ? "" : "\nlast: " + Moments.text(last) + " UTC");
    }

    public static String none(String source) {
        return "catalogue " + source + " has no schedule; give it one with fomo catalogue schedule " + source
                + " --daily 04:00";
    }

    /** What is different by now, a line for each. */
    public static List<String> changes(DailySync before, DailySync now) {
        return Stream.of(
                        change("begins daily at ", time(before), time(now)),
                        change("asks for ", wanted(before), wanted(now)),
                        change("looks at artists again after ", relist(before), relist(now)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> change(String what, String before, String now) {
        return before.equals(now) ? Optional.empty() : Optional.of(what + before + " -> " + now);
    }

    private static String time(DailySync schedule) {
        return schedule.at() + " " + schedule.zone();
    }

    private static String wanted(DailySync schedule) {
        return WantedText.of(schedule.coversPerGenre(), schedule.genres());
    }

    private static String relist(DailySync schedule) {
        Duration after = Objects.requireNonNullElse(schedule.relistAfter(), CatalogueRequest.RELIST_AFTER);
        return after.toHours() % 24 == 0 ? after.toDays() + "d" : after.toHours() + "h";
    }
}
