package ai.fomo.worker.view;

import ai.fomo.worker.command.Console;
import ai.fomo.worker.command.Drawing;
import ai.fomo.workflows.catalogue.CatalogueProgress;
import ai.fomo.workflows.catalogue.CatalogueProgress.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows how far a sync is: drawn over on a terminal, otherwise a line now and then, and one for each wait worth it. */
final class SyncWatch {
    private static final int COVERS_A_LINE = 200;
    /** A pace of one request a second is a wait before each of them. */
    private static final Duration WORTH_SAYING = Duration.ofSeconds(5);

    private final Console console;
    private final Drawing drawing;
    private final SyncPace pace = new SyncPace();
    private int said;
    private @Nullable Waiting waiting;

    SyncWatch(Console console) {
        this.console = console;
        this.drawing = console.drawing();
    }

    /** @param at in nanoseconds, of any clock that only goes forward */
    void show(CatalogueProgress progress, long at) {
        double perSecond = pace.reached(progress.added(), at);
        if (console.terminal()) {
            drawing.show(SyncText.lines(progress, perSecond));
            return;
        }
        if (progress.added() - said >= COVERS_A_LINE) {
            said = progress.added();
            console.note("  " + SyncText.line(progress, perSecond));
        }
        Waiting now = progress.waiting();
        if (now != null
                && !Objects.equals(now, waiting)
                && now.until().isAfter(Instant.now().plus(WORTH_SAYING))) {
            waiting = now;
            console.note("  " + SyncText.waits(now));
        }
    }

    /** What was drawn last stays. */
    void end() {
        drawing.leave();
    }
}
