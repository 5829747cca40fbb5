package ai.fomo.worker.command;

import ai.fomo.worker.configuration.ConfigurationException;
import java.io.PrintStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The edge: every exception ends here as one sentence, its stack trace in the log. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final String OWN_PACKAGES = "ai.fomo.";

    private Failures() {}

    static int report(Exception exception, PrintStream messages, boolean stacktrace) {
        if (processEnds()) {
            // What fails now fails because the services are being stopped.
            return ExitCode.FAILED.code();
        }
        log(exception);
        messages.println("fomo: " + sentence(exception));
        if (stacktrace) {
            exception.printStackTrace(messages);
        }
        if (exception instanceof CommandFailure failure) {
            return failure.exitCode().code();
        }
        return (exception instanceof ConfigurationException ? ExitCode.WRONG_USAGE : ExitCode.FAILED).code();
    }

    /** A failure that we have a sentence for needs no second line beside it. */
    private static void log(Exception exception) {
        if (isOwn(exception)) {
            LOG.debug("command failed", exception);
        } else {
            LOG.error("command failed", exception);
        }
    }

    private static boolean isOwn(Exception exception) {
        return exception.getClass().getName().startsWith(OWN_PACKAGES);
    }

    /** Hooks cannot be added, and only then, once the process has been told to end. */
    private static boolean processEnds() {
        Thread probe = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /** Our own exceptions speak in sentences; of a library's, the kind belongs to the message. */
    private static String sentence(Exception exception) {
        String message = exception.getMessage();
        if (message != null && isOwn(exception)) {
            return message;
        }
        String what = exception.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        return "unexpected failure, " + what + " (--stacktrace shows where; please report it)";
    }
}
