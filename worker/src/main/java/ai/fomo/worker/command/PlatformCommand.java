package ai.fomo.worker.command;

import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;

/** A subcommand that works with the services: it joins those that run, or has its own for as long as it takes. */
public abstract class PlatformCommand extends Subcommand {
    /** @param platform open until this method returns */
    protected abstract ExitCode run(Platform platform);

    /** Whether the command needs a worker; it does where it waits for a workflow. */
    protected PlatformOptions options() {
        return PlatformOptions.withoutWorker();
    }

    /** Looks at what was asked for, before any service is started for it; throws where it makes no sense. */
    protected void check() {}

    @Override
    protected final ExitCode run() {
        check();
        try (Platform platform = Platform.joinOrStart(configuration(), options(), console()::note)) {
            return run(platform);
        }
    }
}
