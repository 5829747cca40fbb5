package ai.fomo.worker.view;

import ai.fomo.worker.command.Console;

/** What is said where the process is told to stop before this is withdrawn. */
final class Farewell {
    private final Thread hook;

    private Farewell(Thread hook) {
        this.hook = hook;
    }

    static Farewell of(Console console, String sentence) {
        Thread hook = new Thread(() -> console.note(sentence), "detach");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Farewell(hook);
    }

    void withdraw() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is stopping: the hook is what speaks now.
            return;
        }
    }
}
