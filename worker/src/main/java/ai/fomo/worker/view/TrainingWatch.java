package ai.fomo.worker.view;

import ai.fomo.domain.RunId;
import ai.fomo.domain.training.EpochMetric;
import ai.fomo.domain.training.Position;
import ai.fomo.domain.training.TrainingAttempt;
import ai.fomo.domain.training.TrainingProgress;
import ai.fomo.storage.training.EpochMetricStore;
import ai.fomo.storage.training.TrainingAttemptStore;
import ai.fomo.worker.command.Console;
import ai.fomo.worker.command.Drawing;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * A training as it goes. On a terminal its curves are drawn over after each epoch; elsewhere each epoch is a line, and a long
 * one says now and then how far it is.
 */
final class TrainingWatch {
    /** Between two looks at what the training tells Temporal, which hears of it every few seconds. */
    private static final long LOOK = Duration.ofSeconds(2).toNanos();

    /** Between two lines about one epoch, where they stay. */
    private static final long SAY = Duration.ofSeconds(30).toNanos();

    private final WorkflowClient client;
    private final EpochMetricStore epochs;
    private final TrainingAttemptStore attempts;
    private final Console console;
    private final RunId run;
    private final Drawing drawing;
    private final TrainingPace pace = new TrainingPace();
    private final List<EpochMetric> seen = new ArrayList<>();
    private int attemptsSaid;
    private String standing = "";
    private long lookedAt = System.nanoTime();
    private long saidAt = System.nanoTime();
    private boolean drawn;

    TrainingWatch(WorkflowClient client, Jdbi jdbi, Console console, RunId run) {
        this.client = client;
        this.epochs = new EpochMetricStore(jdbi);
        this.attempts = new TrainingAttemptStore(jdbi);
        this.console = console;
        this.run = run;
        this.drawing = console.drawing();
    }

    /** Looks again. */
    void show() {
        boolean changed = sayAttempts();
        changed |= sayEpochs();
        if (System.nanoTime() - lookedAt > LOOK) {
            lookedAt = System.nanoTime();
            changed |= sayStanding();
        }
        if (changed && console.terminal()) {
            draw(standing);
        }
    }

    /** Makes room for a line about something else. */
    void hide() {
        drawing.hide();
    }

    /** The training is over: what is drawn stays. */
    void end() {
        sayAttempts();
        sayEpochs();
        if (console.terminal() && !seen.isEmpty()) {
            draw("");
        }
        drawing.leave();
    }

    /** Whether the curves were on the terminal. */
    boolean drawn() {
        return drawn;
    }

    private boolean sayAttempts() {
        List<TrainingAttempt> all = attempts.of(run);
        List<TrainingAttempt> fresh = all.subList(Math.min(attemptsSaid, all.size()), all.size());
        List<String> sentences =
                fresh.stream().flatMap(attempt -> sentences(attempt).stream()).toList();
        attemptsSaid = all.size();
        if (!sentences.isEmpty()) {
            drawing.hide();
            sentences.forEach(sentence -> console.note("  " + sentence));
        }
        return !sentences.isEmpty();
    }

    /** What somebody who watches should know of an attempt; nothing of one that began at the beginning. */
    static List<String> sentences(TrainingAttempt attempt) {
        List<String> sentences = new ArrayList<>(attempt.passedOver());
        Position from = attempt.resumedFrom();
        if (from != null) {
            sentences.add("goes on behind " + from.inWords());
        }
        return sentences;
    }

    private boolean sayEpochs() {
        List<EpochMetric> all = epochs.of(run);
        List<EpochMetric> fresh = List.copyOf(all.subList(Math.min(seen.size(), all.size()), all.size()));
        seen.addAll(fresh);
        if (fresh.isEmpty()) {
            return false;
        }
        saidAt = System.nanoTime();
        standing = "";
        if (!console.terminal()) {
            fresh.forEach(epoch -> console.note("  " + EpochLine.of(epoch)));
        }
        return true;
    }

    private boolean sayStanding() {
        // Temporal hears of a training less often than short epochs come: what it says of them is old.
        standing = Heartbeats.of(client, run.value(), "Train", TrainingProgress.class).stream()
                .findFirst()
                .filter(progress -> progress.epoch() > seen.size())
                .map(progress -> pace.line(progress, lookedAt))
                .orElse("");
        if (standing.isEmpty()) {
            return false;
        }
        if (!console.terminal() && lookedAt - saidAt > SAY) {
            saidAt = lookedAt;
            console.note("  " + standing);
        }
        return true;
    }

    private void draw(String last) {
        List<String> lines = new ArrayList<>(LossChart.of(seen));
        drawn |= !lines.isEmpty();
        if (!seen.isEmpty()) {
            lines.add(EpochLine.of(seen.get(seen.size() - 1)));
        }
        if (!last.isEmpty()) {
            lines.add(last);
        }
        drawing.show(lines.stream().map(line -> "  " + line).toList());
    }
}
