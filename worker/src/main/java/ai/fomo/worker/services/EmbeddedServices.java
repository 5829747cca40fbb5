package ai.fomo.worker.services;

import ai.fomo.worker.configuration.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The services that this process runs for its home directory: those that the configuration names no connection for. */
public final class EmbeddedServices implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServices.class);

    private static final long START_LIMIT_SECONDS = 60;

    private final Home home;
    private final HomeLock lock;
    private @Nullable EmbeddedPostgresServer postgres;
    private @Nullable EmbeddedS3 s3;
    private @Nullable EmbeddedTemporal temporal;

    private EmbeddedServices(Home home, HomeLock lock) {
        this.home = home;
        this.lock = lock;
    }

    /** All at once; where one does not start, none is left running. Takes the lock over, too. */
    static EmbeddedServices start(Home home, HomeLock lock, Configuration configuration, Consumer<String> progress) {
        EmbeddedServices services = new EmbeddedServices(home, lock);
        CountDownLatch settled = new CountDownLatch(1);
        Thread onSignal = new Thread(() -> services.closeWhen(settled), "stop-starting-services");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            RunningServices.withdraw(home);
            Leftovers.stop(home);
            services.startAll(configuration, progress);
            return services;
        } catch (ServiceException e) {
            services.close();
            throw e;
        } finally {
            settled.countDown();
            removeHook(onSignal);
        }
    }

    /** Ctrl-C while services start: what has been begun is let come up, because only then can it be stopped. */
    private void closeWhen(CountDownLatch settled) {
        try {
            if (!settled.await(START_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("services were still starting after {} s", START_LIMIT_SECONDS);
            }
            close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("the process is ending, and the hook is what stops the services", e);
        }
    }

    private void startAll(Configuration configuration, Consumer<String> progress) {
        ExecutorService starters = Executors.newCachedThreadPool();
        try {
            List<Future<@Nullable Void>> starts = new ArrayList<>();
            if (configuration.postgres().isEmpty()) {
                starts.add(starters.submit(step(() -> postgres =
                        EmbeddedPostgresServer.start(home, configuration.ports().postgres()))));
            }
            if (configuration.s3().isEmpty()) {
                starts.add(starters.submit(step(
                        () -> s3 = EmbeddedS3.start(home, configuration.ports().s3()))));
            }
            if (configuration.temporal().isEmpty()) {
                starts.add(
                        starters.submit(step(() -> temporal = EmbeddedTemporal.start(home, configuration, progress))));
            }
            awaitAll(starts);
        } finally {
            starters.shutdown();
        }
    }

    private static Callable<@Nullable Void> step(Runnable start) {
        return () -> {
            start.run();
            return null;
        };
    }

    /** Waits for every one before it reports the first failure, so that what did start is known and can be stopped. */
    private static void awaitAll(List<Future<@Nullable Void>> starts) {
        ServiceException failure = null;
        for (Future<@Nullable Void> start : starts) {
            try {
                start.get();
            } catch (ExecutionException e) {
                ServiceException cause = e.getCause() instanceof ServiceException known
                        ? known
                        : new ServiceException("A service does not start: " + e.getCause(), e);
                failure = failure == null ? cause : failure;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failure = new ServiceException("Interrupted while the services were starting.", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Tells others where the services are, once they can be used. */
    public void publish(boolean worker) {
        describe(worker).publish(home);
    }

    public RunningServices describe(boolean worker) {
        return new RunningServices(
                ProcessHandle.current().pid(),
                worker,
                postgres == null ? null : postgres.connection(),
                s3 == null ? null : s3.connection(),
                temporal == null ? null : temporal.address());
    }

    /** Those who could still use another go first. Goes on where one does not stop. */
    @Override
    public void close() {
        close(() -> RunningServices.withdraw(home));
        close(temporal);
        close(postgres);
        close(s3);
        close(lock);
    }

    private static void close(@Nullable AutoCloseable service) {
        if (service == null) {
            return;
        }
        try {
            service.close();
        } catch (Exception e) { // what an AutoCloseable may throw; the rest has to be stopped all the same
            LOG.error("a service did not stop", e);
        }
    }
}
