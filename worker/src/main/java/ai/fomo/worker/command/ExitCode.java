package ai.fomo.worker.command;

/** What the caller's shell is told. */
public enum ExitCode {
    DONE(0),
    FAILED(1),
    WRONG_USAGE(2),
    /** By the gate or by a person. */
    REFUSED(3);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
