package ai.fomo.workflows.catalogue;

import static ai.fomo.workflows.catalogue.CatalogueDouble.items;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.CanceledFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A sync ends behind what it has begun, so that its row tells what the others hold. */
class SyncCancellationTest {
    @RegisterExtension
    final SyncHarness syncs = new SyncHarness();

    @Test
    void aCancelledSyncSaysSoInItsRow() {
        syncs.source.genre("jazz", List.of(items("jazz", 0, 5)));
        Instant until = syncs.now().plus(Duration.ofDays(1));
        syncs.source.limit = what -> what.startsWith("list") ? new RateLimited("spotify", until, true) : null;
        CatalogueWorkflow workflow = syncs.start(0);
        SyncHarness.awaitWaiting(workflow);

        WorkflowStub.fromTyped(workflow).cancel();

        assertThatThrownBy(() -> WorkflowStub.fromTyped(workflow).getResult(CatalogueResult.class))
                .isInstanceOf(WorkflowFailedException.class)
                .hasCauseInstanceOf(CanceledFailure.class);
        assertThat(syncs.source.finished())
                .containsExactly("cancelled when 0 covers had been added; the next sync goes on there");
    }
}
