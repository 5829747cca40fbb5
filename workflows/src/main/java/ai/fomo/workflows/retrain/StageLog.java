package ai.fomo.workflows.retrain;

import io.temporal.workflow.Workflow;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Where a run stands, for those who ask, and how long each stage took. */
final class StageLog {
    private static final Logger LOG = Workflow.getLogger(StageLog.class);

    private final Map<String, StageTime> times = new LinkedHashMap<>();
    private RetrainProgress progress = new RetrainProgress(RetrainStage.SYNC_CATALOGUE, "starting", null, null);
    private long enteredMillis = Workflow.currentTimeMillis();
    private boolean running;

    /** Leaves the stage before, if there was one. */
    void enter(RetrainStage stage, String detail) {
        leave();
        running = stage != RetrainStage.DONE;
        enteredMillis = Workflow.currentTimeMillis();
        LOG.info("{}: {}", stage.label(), detail);
        show(new RetrainProgress(stage, detail, null, null), detail);
    }

    /** Says that a child does the work, which can be asked for its own progress. */
    void delegate(String child, String detail) {
        show(new RetrainProgress(progress.stage(), detail, child, null), detail + "\n\nworkflow `" + child + "`");
    }

    /** @param details the same for Temporal's UI, in Markdown */
    void waitFor(String sentence, String details) {
        show(new RetrainProgress(progress.stage(), progress.detail(), null, sentence), details);
    }

    /** Puts what the current stage handled beside its time. */
    void counted(int images, int computed) {
        StageTime time = leave();
        if (time != null) {
            times.put(progress.stage().label(), new StageTime(time.seconds(), images, computed));
        }
    }

    RetrainProgress progress() {
        return progress;
    }

    /** The stage that is running ends with this. */
    Map<String, StageTime> timesSoFar() {
        leave();
        return times;
    }

    private @Nullable StageTime leave() {
        if (!running) {
            return null;
        }
        running = false;
        double seconds = (Workflow.currentTimeMillis() - enteredMillis) / 1000.0;
        return times.merge(
                progress.stage().label(),
                StageTime.of(seconds),
                (before, now) -> new StageTime(before.seconds() + now.seconds(), before.images(), before.computed()));
    }

    private void show(RetrainProgress now, String details) {
        progress = now;
        Workflow.setCurrentDetails("**" + now.stage().label() + "**: " + details);
    }
}
