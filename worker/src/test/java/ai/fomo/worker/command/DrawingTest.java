package ai.fomo.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawingTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void aTerminalIsDrawnOver() {
        Drawing drawing = drawing(true);
        drawing.show(List.of("one", "two"));
        drawing.show(List.of("three"));
        drawing.hide();
        drawing.show(List.of("four"));

        assertThat(text()).isEqualTo("one\ntwo\n\u001b[2A\r\u001b[Jthree\n\u001b[1A\r\u001b[Jfour\n");
    }

    @Test
    void whatIsLeftStays() {
        Drawing drawing = drawing(true);
        drawing.show(List.of("one"));
        drawing.leave();
        drawing.show(List.of("two"));

        assertThat(text()).isEqualTo("one\ntwo\n");
    }

    @Test
    void whatIsNoTerminalGetsNothing() {
        drawing(false).show(List.of("one"));

        assertThat(text()).isEmpty();
    }

    private Drawing drawing(boolean terminal) {
        return new Drawing(new PrintStream(written, true, StandardCharsets.UTF_8), terminal);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
