package ai.fomo.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    @Test
    void withoutATerminalEveryTenthIsALineWithHowLongItStillTakes() {
        try (Progress progress = progress(1000)) {
            progress.reached(50, "80 images a second, 12 s left");
            progress.reached(150, "90 images a second, 10 s left");
            progress.reached(160, "90 images a second, 10 s left");
            progress.reached(1000);
        }

        assertThat(messages.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "features: 150 of 1000 images; 90 images a second, 10 s left", "features: 1000 of 1000 images");
    }

    @Test
    void ofNothingNothingIsSaid() {
        try (Progress progress = progress(0)) {
            progress.reached(0);
        }

        assertThat(messages.size()).isZero();
    }

    private Progress progress(int total) {
        PrintStream stream = new PrintStream(messages, true, StandardCharsets.UTF_8);
        return new Console(stream, stream, false, false).progress("features", "images", total);
    }
}
