package ai.fomo.worker.view;

import ai.fomo.worker.platform.DailySync;
import java.time.Instant;

/** When a catalogue is synced by itself. */
public final class ScheduleText {
    private ScheduleText() {}

    public static String of(String source, DailySync schedule) {
        Instant next = schedule.next();
        Instant last = schedule.last();
        return "catalogue " + source + " is synced daily at " + schedule.at() + " " + schedule.zone() + ", up to "
                + WantedText.of(schedule.coversPerGenre(), schedule.genres())
                + (next == null ? "" : "\nnext: " + Moments.text(next) + " UTC")
                + (last == null ? "" : "\nlast: " + Moments.text(last) + " UTC");
    }

    public static String none(String source) {
        return "catalogue " + source + " has no schedule; give it one with fomo catalogue schedule " + source
                + " --daily 04:00";
    }
}
