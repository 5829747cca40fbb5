package ai.fomo.worker.view;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.worker.command.Console;
import ai.fomo.workflows.catalogue.CatalogueProgress;
import ai.fomo.workflows.catalogue.CatalogueProgress.Waiting;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SyncWatchTest {
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    @Test
    void aLongWaitIsALineOnceAndOneOfASecondIsNone() {
        Waiting second = new Waiting("our own pace", Instant.now().plusSeconds(1));
        Waiting halfADay = new Waiting("Retry-After", Instant.now().plus(Duration.ofHours(12)));
        PrintStream stream = new PrintStream(messages, true, StandardCharsets.UTF_8);
        SyncWatch watch = new SyncWatch(new Console(stream, stream, false, false));

        watch.show(progress(second), 0);
        watch.show(progress(halfADay), 1);
        watch.show(progress(null), 2);
        watch.show(progress(halfADay), 3);

        assertThat(messages.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("UTC: Retry-After");
    }

    private static CatalogueProgress progress(@Nullable Waiting waiting) {
        return new CatalogueProgress("jazz", 1, 0, 0, 0, List.of(), waiting);
    }
}
