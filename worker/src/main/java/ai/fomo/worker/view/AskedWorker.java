package ai.fomo.worker.view;

import ai.fomo.worker.command.Console;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowException;
import java.util.Optional;
import java.util.function.Supplier;

/** Whoever answers queries. Where nobody does, that is said once: the workflow itself only waits for a worker. */
final class AskedWorker {
    private final Console console;
    private final String workflow;
    private final Runnable makeRoom;
    private boolean silenceSaid;

    /**
     * @param workflow in a sentence: {@code the run}
     * @param makeRoom done before anything is said
     */
    AskedWorker(Console console, String workflow, Runnable makeRoom) {
        this.console = console;
        this.workflow = workflow;
        this.makeRoom = makeRoom;
    }

    /** Empty where no worker answers. */
    <P> Optional<P> ask(Supplier<P> query) {
        P answer;
        try {
            answer = query.get();
        } catch (WorkflowException | StatusRuntimeException e) {
            if (!silenceSaid) {
                silenceSaid = true;
                makeRoom.run();
                console.note("no worker answers; " + workflow + " goes on as soon as there is one");
            }
            return Optional.empty();
        }
        silenceSaid = false;
        return Optional.of(answer);
    }
}
