package ai.fomo.worker;

import ai.fomo.worker.command.FomoCommand;
import ai.fomo.worker.configuration.Configuration;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The only {@code main} of the platform. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // Standard output belongs to results alone: whatever a library prints goes to standard error.
        PrintStream results = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream messages = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setOut(messages);
        System.setErr(messages);
        System.exit(FomoCommand.execute(results, messages, Configuration::fromEnvironment, arguments));
    }
}
