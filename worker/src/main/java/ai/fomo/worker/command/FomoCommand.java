package ai.fomo.worker.command;

import ai.fomo.worker.configuration.Configuration;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root: what every subcommand shares, and the edge where an exception becomes one sentence. */
@Command(
        name = "fomo",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "fomo 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Turns event posters into music genres.",
            "Trains a model on album covers, judges it, promotes it, and classifies posters with it."
        },
        footer = {
            "",
            "To begin with:",
            "  fomo doctor                          what is there, what is missing",
            "  fomo demo                            a model made and used, on synthetic covers",
            "  fomo dataset import --name mine --csv labels.csv --images covers/",
            "  fomo catalogue sync mine --from musicbrainz    or covers from the web",
            "  fomo retrain --dataset mine --approve auto",
            "  fomo classify poster.jpg",
            "",
            "fomo COMMAND --help has an example for each.",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 refused by the gate or a person."
        },
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            WorkerCommand.class,
            MigrateCommand.class,
            DoctorCommand.class,
            DatasetCommand.class,
            CatalogueCommand.class,
            GenreCommand.class,
            WeightsCommand.class,
            FeaturesCommand.class,
            RetrainCommand.class,
            WatchCommand.class,
            CancelCommand.class,
            ResumeCommand.class,
            ReproduceCommand.class,
            RunsCommand.class,
            ApproveCommand.class,
            RejectCommand.class,
            ModelsCommand.class,
            ModelCommand.class,
            EvaluateCommand.class,
            GateCommand.class,
            CompareCommand.class,
            ReportCommand.class,
            ClassifyCommand.class,
            LineageCommand.class,
            PromoteCommand.class,
            RollbackCommand.class,
            StandInCommand.class
        })
public final class FomoCommand {
    /** Set by the launcher where standard error is a terminal; the JVM itself knows only of input and output. */
    private static final String TERMINAL_PROPERTY = "fomo.terminal";

    private final PrintStream results;
    private final PrintStream messages;
    private final Supplier<Configuration> environment;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "One JSON document on standard output, everything else on standard error.")
    private boolean json;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Where a command fails, print the whole exception.")
    private boolean stacktrace;

    private @Nullable Configuration configuration;

    private FomoCommand(PrintStream results, PrintStream messages, Supplier<Configuration> environment) {
        this.results = results;
        this.messages = messages;
        this.environment = environment;
    }

    /** Runs one command line and returns the exit code. */
    public static int execute(
            PrintStream results, PrintStream messages, Supplier<Configuration> environment, String... arguments) {
        FomoCommand root = new FomoCommand(results, messages, environment);
        CommandLine commandLine = new CommandLine(root)
                .setOut(new PrintWriter(results, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(messages, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(
                        (exception, command, parsed) -> Failures.report(exception, messages, root.stacktrace));
        return commandLine.execute(arguments);
    }

    Console console() {
        return new Console(results, messages, json, Boolean.getBoolean(TERMINAL_PROPERTY));
    }

    Configuration configuration() {
        if (configuration == null) {
            configuration = environment.get();
        }
        return configuration;
    }
}
