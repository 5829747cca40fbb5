package ai.fomo.worker.command;

/** Ends a command with one sentence that says what happened, to what, and what to do. */
public final class CommandFailure extends RuntimeException {
    private final transient ExitCode exitCode;

    public CommandFailure(ExitCode exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    /** A failure of what was asked for. */
    public static CommandFailure failed(String sentence) {
        return new CommandFailure(ExitCode.FAILED, sentence);
    }

    /** What was asked for makes no sense. */
    public static CommandFailure wrongUsage(String sentence) {
        return new CommandFailure(ExitCode.WRONG_USAGE, sentence);
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
