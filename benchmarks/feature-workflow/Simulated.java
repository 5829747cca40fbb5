import ai.fomo.domain.Sha256;
import ai.fomo.worker.wiring.WorkerQueue;
import ai.fomo.workflows.TaskQueues;
import io.temporal.worker.WorkerFactory;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;

/**
 * {@code Simulated HOME SHARDS MILLISECONDS PROCESSES:SLOTS ...}: shards that sleep, in so many processes that take so many at
 * once. What a shard takes beyond its sleep, with all slots full, is what fanning out costs.
 */
public final class Simulated {
    private static final Sha256 DATASET = Sha256.of("simulated".getBytes(StandardCharsets.UTF_8));

    public static void main(String[] arguments) throws Exception {
        int shards = Integer.parseInt(arguments[1]);
        int milliseconds = Integer.parseInt(arguments[2]);
        try (Home home = Home.start(arguments[0], EnumSet.of(WorkerQueue.WORKFLOWS))) {
            WorkerFactory planner = WorkerFactory.newInstance(home.platform().client());
            Pretend.serve(planner, TaskQueues.IO, 2);
            planner.start();
            Extractions extractions = new Extractions(home.platform().client());
            double single = 0;
            for (int i = 3; i < arguments.length; i++) {
                int processes = Integer.parseInt(arguments[i].split(":", 2)[0]);
                int slots = Integer.parseInt(arguments[i].split(":", 2)[1]);
                for (int process = 0; process < processes; process++) {
                    home.worker(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "Pretend",
                            arguments[0],
                            Integer.toString(slots));
                }
                // All of them are there, and warm.
                extractions.run(DATASET, Pretend.encoder(60 * processes * slots, 20));
                double seconds =
                        extractions.run(DATASET, Pretend.encoder(shards, milliseconds)).seconds();
                double each = seconds * processes * slots / shards;
                single = i == 3 ? shards / seconds / slots : single;
                System.out.printf(
                        Locale.ROOT,
                        "%d processes, %d shards at once each: %.1f s; %.2f times one process; %.0f ms a shard beyond its %d%n",
                        processes,
                        slots,
                        seconds,
                        shards / seconds / slots / single,
                        1000 * each - milliseconds,
                        milliseconds);
                home.stopWorkers();
            }
            planner.shutdownNow();
        }
    }
}
