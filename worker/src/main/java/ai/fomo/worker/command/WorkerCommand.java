package ai.fomo.worker.command;

import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import ai.fomo.worker.wiring.WorkerQueue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A worker of its own; on a cluster, one a host. */
@Command(
        name = "worker",
        description = {
            "Serves Temporal's task queues until it is told to stop.",
            "Activities that run then save what they have; another worker goes on."
        },
        footer = {
            "",
            "Examples:",
            "  fomo worker",
            "  fomo worker --queues features,training        # a host with an accelerator",
            "  TEMPORAL_ADDRESS=temporal:7233 fomo worker --queues classify"
        })
public final class WorkerCommand extends PlatformCommand {
    @Option(
            names = "--queues",
            split = ",",
            paramLabel = "QUEUE",
            description = "What to serve, of: ${COMPLETION-CANDIDATES}. Default: all.")
    private Set<WorkerQueue> queues = EnumSet.allOf(WorkerQueue.class);

    /** The document of {@code --json}. */
    record Serving(Set<WorkerQueue> queues, String temporal) {}

    /** Without: it is started here even where {@code fomo up} serves already. */
    @Override
    protected PlatformOptions options() {
        return PlatformOptions.withoutWorker();
    }

    @Override
    protected ExitCode run(Platform platform) {
        platform.startWorker(queues);
        console()
                .note("Serving "
                        + queues.stream()
                                .map(queue -> queue.name().toLowerCase(Locale.ROOT))
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + " of " + platform.addresses().temporal() + ". Ctrl-C stops.");
        console().document(new Serving(queues, platform.addresses().temporal().address()));
        UpCommand.Forever.await();
        return ExitCode.DONE;
    }
}
