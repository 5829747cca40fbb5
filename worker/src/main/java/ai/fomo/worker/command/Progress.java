package ai.fomo.worker.command;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far a long task is: drawn as a bar on a terminal, otherwise a line for every tenth of it. */
public final class Progress implements AutoCloseable {
    private static final int TENTHS = 10;

    private final String task;
    private final String unit;
    private final long total;
    private final PrintStream messages;
    private final @Nullable ProgressBar bar;
    private long tenthsSaid;

    private Progress(String task, String unit, long total, PrintStream messages, @Nullable ProgressBar bar) {
        this.task = task;
        this.unit = unit;
        this.total = total;
        this.messages = messages;
        this.bar = bar;
    }

    static Progress start(String task, String unit, long total, PrintStream messages, boolean terminal) {
        ProgressBar bar = terminal
                ? new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(total)
                        .setUnit(" " + unit, 1)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis((int) Duration.ofMillis(200).toMillis())
                        .setConsumer(new ConsoleProgressBarConsumer(messages))
                        .build()
                : null;
        return new Progress(task, unit, total, messages, bar);
    }

    /** @param done of the total, never less than before */
    public synchronized void reached(long done) {
        reached(done, "");
    }

    /** @param more to be said beside it, such as how long it still takes */
    public synchronized void reached(long done, String more) {
        if (bar != null) {
            bar.setExtraMessage(more);
            bar.stepTo(done);
            return;
        }
        long tenths = total <= 0 ? 0 : done * TENTHS / total;
        if (tenths > tenthsSaid) {
            tenthsSaid = tenths;
            messages.println(task + ": " + done + " of " + total + " " + unit + (more.isEmpty() ? "" : "; " + more));
        }
    }

    /** Leaves what was drawn on the terminal. */
    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
