package ai.fomo.worker.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The browser of whoever sits at this machine. The JVM runs headless, so that AWT's desktop is no help. */
final class Browser {
    private static final int SECONDS = 10;

    private Browser() {}

    /** Whether there is one that took the file. */
    static boolean open(Path file) {
        try {
            Process opener = new ProcessBuilder(command(file))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // Some openers stay for as long as the browser does.
            return !opener.waitFor(SECONDS, TimeUnit.SECONDS) || opener.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> command(Path file) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return List.of("open", file.toString());
        }
        if (system.contains("windows")) {
            return List.of(
                    "rundll32", "url.dll,FileProtocolHandler", file.toUri().toString());
        }
        return List.of("xdg-open", file.toString());
    }
}
