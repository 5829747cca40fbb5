package ai.fomo.worker.doctor;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at.
 *
 * @param found in words
 * @param advice what to do; null where nothing is wrong
 */
public record Check(
        String name,
        Verdict verdict,
        String found,
        @Nullable String advice) {
    /** With a fault the platform does not work; with a warning, less well. */
    public enum Verdict {
        OK,
        WARNING,
        FAULT
    }

    public static Check ok(String name, String found) {
        return new Check(name, Verdict.OK, found, null);
    }

    public static Check warning(String name, String found, String advice) {
        return new Check(name, Verdict.WARNING, found, advice);
    }

    public static Check fault(String name, String found, String advice) {
        return new Check(name, Verdict.FAULT, found, advice);
    }

    /** @param failure whose message says what was found */
    public static Check fault(String name, RuntimeException failure, String advice) {
        return fault(name, String.valueOf(failure.getMessage()), advice);
    }
}
