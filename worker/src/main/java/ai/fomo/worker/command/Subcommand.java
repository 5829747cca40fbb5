package ai.fomo.worker.command;

import ai.fomo.worker.configuration.Configuration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A subcommand of {@code fomo}. It may throw: the edge prints the exception's message as one sentence. */
public abstract class Subcommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    /** What the command does. */
    protected abstract ExitCode run();

    @Override
    public final Integer call() {
        return run().code();
    }

    protected final Console console() {
        return root().console();
    }

    /** @throws ai.fomo.worker.configuration.ConfigurationException where the environment says something impossible */
    protected final Configuration configuration() {
        return root().configuration();
    }

    /** For {@code ParameterException}s and usage. */
    protected final CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("a subcommand runs only through its command line");
        }
        return spec;
    }

    private FomoCommand root() {
        return (FomoCommand) spec().root().userObject();
    }
}
