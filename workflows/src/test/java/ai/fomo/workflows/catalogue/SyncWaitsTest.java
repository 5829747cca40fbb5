package ai.fomo.workflows.catalogue;

import static ai.fomo.workflows.catalogue.CatalogueDouble.items;
import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.workflows.catalogue.CatalogueDouble.Sent;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sources that want to be left alone, and paces that are kept. */
class SyncWaitsTest {
    @RegisterExtension
    final SyncHarness syncs = new SyncHarness();

    @Test
    void aRetryAfterOfHalfADayIsOneNamedTimerInWhichNothingIsSent() throws Exception {
        syncs.source.genre("jazz", List.of(items("jazz", 0, 30), items("jazz", 30, 30)));
        AtomicInteger covers = new AtomicInteger();
        AtomicReference<@Nullable RateLimited> closing = new AtomicReference<>();
        syncs.source.limit = what -> {
            RateLimited asked = closing.get();
            if (asked != null && syncs.now().isBefore(asked.until())) {
                // The workers share what one of them heard, and do not send.
                return new RateLimited("spotify", asked.until(), true);
            }
            if (what.startsWith("cover") && covers.incrementAndGet() == 10) {
                closing.set(new RateLimited("spotify", syncs.now().plus(Duration.ofHours(12)), true));
                return closing.get();
            }
            return null;
        };

        CatalogueResult result = syncs.sync(0);

        assertThat(result.added()).isEqualTo(60);
        Instant until = Objects.requireNonNull(closing.get()).until();
        assertThat(syncs.source.sent())
                .extracting(Sent::at)
                .filteredOn(at -> at.isAfter(until.minus(Duration.ofHours(11))))
                .isNotEmpty()
                .allMatch(at -> !at.isBefore(until));
        assertThat(syncs.timers())
                .filteredOn(summary -> summary.contains("closed"))
                .containsExactly(
                        "spotify is closed until " + NamedTimer.moment(until) + ", as it asked by Retry-After");
    }

    @Test
    void whileClosedTheProgressSaysUntilWhen() {
        syncs.source.genre("jazz", List.of(items("jazz", 0, 5)));
        Instant until = syncs.now().plus(Duration.ofHours(12));
        syncs.source.limit = what ->
                what.startsWith("list") && syncs.now().isBefore(until) ? new RateLimited("spotify", until, true) : null;
        CatalogueWorkflow workflow = syncs.start(0);

        CatalogueProgress.Waiting waiting = SyncHarness.awaitWaiting(workflow);

        assertThat(waiting.until()).isEqualTo(until);
        assertThat(waiting.reason()).isEqualTo("spotify asked for it by Retry-After");
        WorkflowStub.fromTyped(workflow).getResult(CatalogueResult.class);
    }

    @Test
    void ourOwnPaceHoldsUpNothingButItsQueue() {
        syncs.source.genre("jazz", List.of(items("jazz", 0, 20), items("jazz", 20, 20)));
        Instant opens = syncs.now().plus(Duration.ofHours(1));
        AtomicInteger listings = new AtomicInteger();
        syncs.source.limit = what -> what.startsWith("list")
                        && listings.incrementAndGet() > 1
                        && syncs.now().isBefore(opens)
                ? new RateLimited("spotify", opens, false)
                : null;

        syncs.sync(0);

        assertThat(syncs.source.sent())
                .filteredOn(sent -> sent.what().startsWith("cover") && sent.at().isBefore(opens))
                .hasSize(20);
        assertThat(syncs.source.stored()).hasSize(40);
    }

    @Test
    void theNextListingWaitsUntilThePaceLetsItPass() throws Exception {
        syncs.source.genre("jazz", List.of(items("jazz", 0, 2), items("jazz", 2, 2), items("jazz", 4, 2)));
        syncs.source.nextListing = () -> syncs.now().plus(Duration.ofMinutes(10));

        syncs.sync(0);

        List<Instant> listings = syncs.source.sent().stream()
                .filter(sent -> sent.what().startsWith("list"))
                .map(Sent::at)
                .toList();
        assertThat(listings).hasSize(3);
        assertThat(Duration.between(listings.get(0), listings.get(1))).isGreaterThanOrEqualTo(Duration.ofMinutes(10));
        assertThat(syncs.timers())
                .hasSize(2)
                .allMatch(summary -> summary.startsWith("the pace of listings of covers: next request at"));
    }

    @Test
    void aMomentThatIsPastByOurClockIsNotAskedForInAHotLoop() throws Exception {
        syncs.source.genre("jazz", List.of(items("jazz", 0, 2)));
        AtomicInteger refusals = new AtomicInteger();
        syncs.source.limit = what -> what.startsWith("list") && refusals.incrementAndGet() <= 3
                ? new RateLimited("spotify", syncs.now().minus(Duration.ofMinutes(5)), true)
                : null;

        Instant before = syncs.now();
        syncs.sync(0);

        assertThat(Duration.between(before, syncs.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        assertThat(syncs.timers()).hasSize(3);
    }

    @Test
    void aSignInThatIsTurnedAwayIsTriedAgain() throws Exception {
        syncs.source.genre("jazz", List.of(items("jazz", 0, 1)));
        Instant until = syncs.now().plus(Duration.ofHours(3));
        syncs.source.limit = what -> syncs.now().isBefore(until) ? new RateLimited("spotify", until, true) : null;

        assertThat(syncs.sync(0).added()).isEqualTo(1);
        assertThat(syncs.timers()).hasSize(1);
    }
}
