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
    private RetrainProgress progress = new RetrainProgress(RetrainStage.SYNC_CATALOGUE, "starting", null, null, null);
    private long enteredMillis = Workflow.currentTimeMillis();
    private boolean running;
    private @Nullable String dataset;

    /** Leaves the stage before, if there was one. */
    void enter(RetrainStage stage, String detail) {
        leave();
        running = stage != RetrainStage.DONE;
        enteredMillis = Workflow.currentTimeMillis();
        LOG.info("{}: {}", stage.label(), detail);
        show(stage, detail, null, null, detail);
    }

    /** Says that a child does the work, which can be asked for its own progress. */
    void delegate(String child, String detail) {
        show(progress.stage(), detail, child, null, detail + "\n\nworkflow `" + child + "`");
    }

    /** @param details the same for Temporal's UI, in Markdown */
    void waitFor(String sentence, String details) {
        show(progress.stage(), progress.detail(), null, sentence, details);
    }

    /** Says what came of building the dataset; it stays to be seen until the run ends. */
    void built(String line) {
        dataset = line;
        LOG.info("{}: {}", progress.stage().label(), line);
        show(progress.stage(), line, null, null, line);
    }

    /** Features of the current stage were lost; it goes on when they are there again. */
    void repair(Runnable extraction) {
        RetrainProgress interrupted = progress;
        enter(RetrainStage.FEATURES, "again, since some were lost");
        extraction.run();
        enter(interrupted.stage(), interrupted.detail());
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

    private void show(
            RetrainStage stage, String detail, @Nullable String child, @Nullable String waitingFor, String details) {
        progress = new RetrainProgress(stage, detail, child, waitingFor, dataset);
        String built = dataset == null || details.equals(dataset) ? "" : "\n\ndataset: " + dataset;
        Workflow.setCurrentDetails("**" + stage.label() + "**: " + details + built);
    }
}
