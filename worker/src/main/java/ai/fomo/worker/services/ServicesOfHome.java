package ai.fomo.worker.services;

import ai.fomo.worker.configuration.Configuration;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** The services of a home directory, whoever runs them. */
public sealed interface ServicesOfHome {
    /** This process is the owner now and has to close them. */
    record Own(EmbeddedServices services) implements ServicesOfHome {}

    /** Another process runs them. */
    record Joined(RunningServices services) implements ServicesOfHome {}

    /** The owner may be unpacking, initialising and downloading for the first time. */
    Duration PATIENCE = Duration.ofMinutes(3);

    Duration PAUSE = Duration.ofMillis(100);

    /** Starts them where nobody runs them; waits where somebody is about to. */
    static ServicesOfHome joinOrStart(Configuration configuration, Consumer<String> progress) {
        Home home = Home.prepare(configuration.home());
        boolean said = false;
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += PAUSE.toMillis()) {
            // The lock first: it alone says whether the owner lives. A pid in a file may be another process's by now.
            Optional<HomeLock> lock = HomeLock.tryAcquire(home);
            if (lock.isPresent()) {
                return new Own(EmbeddedServices.start(home, lock.get(), configuration, progress));
            }
            Optional<RunningServices> running = RunningServices.of(home);
            if (running.isPresent()) {
                return new Joined(running.get());
            }
            if (!said) {
                progress.accept("Waiting for the services that another process is starting for " + home.directory());
                said = true;
            }
            pause();
        }
        throw new ServiceException("Another process has held " + home.lock() + " for " + PATIENCE.toMinutes()
                + " minutes without its services coming up: end it, or set FOMO_HOME to another directory.");
    }

    /** Looks, and starts nothing. */
    static Optional<RunningServices> running(Configuration configuration) {
        return RunningServices.of(new Home(configuration.home()));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException("Interrupted while waiting for the services.", e);
        }
    }
}
