package ai.fomo.workflows.catalogue;

import static ai.fomo.workflows.catalogue.CatalogueDouble.items;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.workflows.FailureSentence;
import ai.fomo.workflows.FailureTypes;
import ai.fomo.workflows.WorkflowEnvironment;
import ai.fomo.workflows.catalogue.CatalogueDouble.Fate;
import ai.fomo.workflows.catalogue.CatalogueDouble.Item;
import ai.fomo.workflows.catalogue.CatalogueDouble.Sent;
import ai.fomo.workflows.payload.PayloadConverter;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogueWorkflowTest {
    private static final int LONG_HISTORY = 8_000;

    private final WorkflowEnvironment environment = new WorkflowEnvironment();
    private final CatalogueDouble source = new CatalogueDouble(environment::now);

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void everyGenreGetsExactlyTheCoversThatAreAskedForAndNothingIsAskedForBeyond() {
        source.genre("jazz", List.of(items("jazz", 0, 30), items("jazz", 30, 30), items("jazz", 60, 30)));
        source.genre("techno", List.of(items("techno", 0, 50), items("techno", 50, 50)));

        CatalogueResult result = sync(40);

        assertThat(source.have("jazz")).isEqualTo(40);
        assertThat(source.have("techno")).isEqualTo(40);
        assertThat(result).isEqualTo(new CatalogueResult(80, 80, 0, 0, null));
        assertThat(source.requests())
                .filteredOn(what -> what.startsWith("cover"))
                .hasSize(80);
        assertThat(source.requests())
                .filteredOn(what -> what.startsWith("list"))
                .containsExactlyInAnyOrder("list jazz", "list jazz", "list techno");
        assertThat(source.finished()).containsExactly("80 covers added, 0 refused, 80 there");
    }

    @Test
    void withoutANumberEverythingIsFetchedOnce() {
        source.genre("jazz", List.of(items("jazz", 0, 230), items("jazz", 230, 230)));

        assertThat(sync(0).added()).isEqualTo(460);
        assertThat(source.stored())
                .hasSize(460)
                .allSatisfy((album, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void whatIsRefusedOrACopyGivesItsPlaceToAnother() {
        List<Item> albums = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Fate fate = i % 4 == 0 ? Fate.REFUSED : i % 4 == 1 ? Fate.DUPLICATE : Fate.STORED;
            albums.add(new Item("jazz-" + i, List.of("jazz"), fate));
        }
        source.genre("jazz", List.of(albums.subList(0, 20), albums.subList(20, 40)));

        CatalogueResult result = sync(15);

        assertThat(source.have("jazz")).isEqualTo(15);
        assertThat(result.added()).isEqualTo(15);
        assertThat(result.refused()).isPositive();
    }

    @Test
    void aCoverOfSeveralClassesIsFetchedAsLongAsOneOfThemLacksCovers() {
        List<Item> both = List.of(
                new Item("a", List.of("jazz", "blues"), Fate.STORED),
                new Item("b", List.of("jazz", "blues"), Fate.STORED),
                new Item("c", List.of("jazz"), Fate.STORED));
        source.genre("jazz", List.of(both));
        source.genre("blues", List.of(items("blues", 0, 5)));

        sync(2);

        assertThat(source.have("jazz")).isEqualTo(2);
        assertThat(source.have("blues")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void coversAreFetchedWhileTheNextListingIsUnderWay() {
        source.genre("jazz", List.of(items("jazz", 0, 20), items("jazz", 20, 20)));
        CountDownLatch coverBegan = new CountDownLatch(3);
        AtomicInteger listings = new AtomicInteger();
        AtomicBoolean overlapped = new AtomicBoolean();
        source.limit = what -> {
            if (what.startsWith("cover")) {
                coverBegan.countDown();
            } else if (what.startsWith("list") && listings.incrementAndGet() == 2) {
                overlapped.set(await(coverBegan));
            }
            return null;
        };

        sync(0);

        assertThat(overlapped).isTrue();
        assertThat(source.mostCoversAtOnce()).isBetween(2, 16);
    }

    @Test
    void aSecondSyncWithNothingNewSendsOneCheckForEachGenreThatLacksCovers() {
        source.genre("jazz", List.of(items("jazz", 0, 10)));
        source.genre("techno", List.of(items("techno", 0, 30)));
        sync(20);
        source.forgetRequests();

        CatalogueResult again = again(20);

        assertThat(source.requests()).containsExactly("sign in", "list jazz");
        assertThat(again.added()).isZero();
    }

    @Test
    void aRetryAfterOfHalfADayIsOneNamedTimerInWhichNothingIsSent() throws Exception {
        source.genre("jazz", List.of(items("jazz", 0, 30), items("jazz", 30, 30)));
        AtomicInteger covers = new AtomicInteger();
        AtomicReference<@Nullable RateLimited> closing = new AtomicReference<>();
        source.limit = what -> {
            RateLimited asked = closing.get();
            if (asked != null && environment.now().isBefore(asked.until())) {
                // The workers share what one of them heard, and do not send.
                return new RateLimited("spotify", asked.until(), true);
            }
            if (what.startsWith("cover") && covers.incrementAndGet() == 10) {
                closing.set(new RateLimited("spotify", environment.now().plus(Duration.ofHours(12)), true));
                return closing.get();
            }
            return null;
        };

        CatalogueResult result = sync(0);

        assertThat(result.added()).isEqualTo(60);
        Instant until = Objects.requireNonNull(closing.get()).until();
        assertThat(source.sent())
                .extracting(Sent::at)
                .filteredOn(at -> at.isAfter(until.minus(Duration.ofHours(11))))
                .isNotEmpty()
                .allMatch(at -> !at.isBefore(until));
        assertThat(timers())
                .filteredOn(summary -> summary.contains("closed"))
                .containsExactly(
                        "spotify is closed until " + NamedTimer.moment(until) + ", as it asked by Retry-After");
    }

    @Test
    void whileClosedTheProgressSaysUntilWhen() {
        source.genre("jazz", List.of(items("jazz", 0, 5)));
        Instant until = environment.now().plus(Duration.ofHours(12));
        source.limit = what -> what.startsWith("list") && environment.now().isBefore(until)
                ? new RateLimited("spotify", until, true)
                : null;
        CatalogueWorkflow workflow = start(0, LONG_HISTORY);

        CatalogueProgress.Waiting waiting = awaitWaiting(workflow);

        assertThat(waiting.until()).isEqualTo(until);
        assertThat(waiting.reason()).isEqualTo("spotify asked for it by Retry-After");
        WorkflowStub.fromTyped(workflow).getResult(CatalogueResult.class);
    }

    @Test
    void ourOwnPaceHoldsUpNothingButItsQueue() {
        source.genre("jazz", List.of(items("jazz", 0, 20), items("jazz", 20, 20)));
        Instant opens = environment.now().plus(Duration.ofHours(1));
        AtomicInteger listings = new AtomicInteger();
        source.limit = what -> what.startsWith("list")
                        && listings.incrementAndGet() > 1
                        && environment.now().isBefore(opens)
                ? new RateLimited("spotify", opens, false)
                : null;

        sync(0);

        assertThat(source.sent())
                .filteredOn(sent -> sent.what().startsWith("cover") && sent.at().isBefore(opens))
                .hasSize(20);
        assertThat(source.stored()).hasSize(40);
    }

    @Test
    void theNextListingWaitsUntilThePaceLetsItPass() throws Exception {
        source.genre("jazz", List.of(items("jazz", 0, 2), items("jazz", 2, 2), items("jazz", 4, 2)));
        source.nextListing = () -> environment.now().plus(Duration.ofMinutes(10));

        sync(0);

        List<Instant> listings = source.sent().stream()
                .filter(sent -> sent.what().startsWith("list"))
                .map(Sent::at)
                .toList();
        assertThat(listings).hasSize(3);
        assertThat(Duration.between(listings.get(0), listings.get(1))).isGreaterThanOrEqualTo(Duration.ofMinutes(10));
        assertThat(timers())
                .hasSize(2)
                .allMatch(summary -> summary.startsWith("the pace of listings of covers: next request at"));
    }

    @Test
    void aMomentThatIsPastByOurClockIsNotAskedForInAHotLoop() throws Exception {
        source.genre("jazz", List.of(items("jazz", 0, 2)));
        AtomicInteger refusals = new AtomicInteger();
        source.limit = what -> what.startsWith("list") && refusals.incrementAndGet() <= 3
                ? new RateLimited("spotify", environment.now().minus(Duration.ofMinutes(5)), true)
                : null;

        Instant before = environment.now();
        sync(0);

        assertThat(Duration.between(before, environment.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        assertThat(timers()).hasSize(3);
    }

    @Test
    void aLongSyncGoesOnAsNewExecutionsAndLosesNothing() {
        source.genre("jazz", List.of(items("jazz", 0, 60), items("jazz", 60, 60)));
        source.genre("techno", List.of(items("techno", 0, 60), items("techno", 60, 60)));

        CatalogueResult result = sync(100, 150);

        assertThat(source.executions()).isGreaterThan(2);
        assertThat(source.have("jazz")).isEqualTo(100);
        assertThat(source.have("techno")).isEqualTo(100);
        assertThat(result.added()).isEqualTo(200);
        assertThat(source.stored())
                .allSatisfy((album, times) -> assertThat(times).isEqualTo(1));
        assertThat(source.requests()).containsOnlyOnce("sign in").hasSize(1 + 4 + 200);
    }

    @Test
    void aCoverThatCannotBeHadThisTimeIsLeftForTheNextSync() {
        source.genre("jazz", List.of(items("jazz", 0, 30)));
        source.limit = what -> {
            if (what.equals("cover jazz-3")) {
                throw away();
            }
            return null;
        };

        CatalogueResult result = sync(0, 60);

        assertThat(source.executions()).isGreaterThan(1);
        assertThat(result).isEqualTo(new CatalogueResult(29, 29, 0, 1, null));
        assertThat(source.finished())
                .containsExactly("29 covers added, 0 refused, 29 there; 1 are left for the next sync");
        source.limit = what -> null;
        assertThat(again(0).added()).isEqualTo(1);
    }

    @Test
    void aServerOfImagesThatIsAwayEndsTheSync() {
        source.genre("jazz", List.of(items("jazz", 0, 200)));
        source.limit = what -> {
            if (what.startsWith("cover")) {
                throw away();
            }
            return null;
        };

        assertThatThrownBy(() -> sync(0))
                .satisfies(failure -> assertThat(FailureSentence.of(failure).sentence())
                        .startsWith("the server of the images of covers does not answer")
                        .contains("Nothing is lost"));
        assertThat(source.finished()).singleElement().asString().startsWith("the server of the images of covers");
    }

    @Test
    void ourOwnServicesBeingAwayForLongIsWaitedFor() {
        source.genre("jazz", List.of(items("jazz", 0, 3)));
        AtomicInteger attempts = new AtomicInteger();
        source.limit = what -> {
            if (what.equals("cover jazz-1") && attempts.incrementAndGet() <= 20) {
                throw ApplicationFailure.newFailure("no PostgreSQL", FailureTypes.SERVICE_UNAVAILABLE);
            }
            return null;
        };

        assertThat(sync(0).added()).isEqualTo(3);
    }

    @Test
    void aListingThatFailsForGoodEndsTheSyncWithItsSentenceAndWhatIsThereStays() {
        source.genre("jazz", List.of(items("jazz", 0, 10), items("jazz", 10, 10)));
        AtomicInteger listings = new AtomicInteger();
        source.limit = what -> {
            if (what.startsWith("list") && listings.incrementAndGet() == 2) {
                throw ApplicationFailure.newFailure("403: extended quota mode only", FailureTypes.SOURCE_REFUSED);
            }
            return null;
        };

        assertThatThrownBy(() -> sync(0))
                .satisfies(failure -> assertThat(FailureSentence.of(failure))
                        .isEqualTo(new FailureSentence(FailureTypes.SOURCE_REFUSED, "403: extended quota mode only")));
        assertThat(source.finished()).containsExactly("403: extended quota mode only");
        source.limit = what -> null;
        again(0);
        assertThat(source.stored())
                .hasSize(20)
                .allSatisfy((album, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void aFailureWhileTheSourceIsClosedDoesNotWaitUntilItOpens() {
        source.genre("jazz", List.of(items("jazz", 0, 10), items("jazz", 10, 10)));
        Instant opens = environment.now().plus(Duration.ofHours(12));
        CountDownLatch closed = new CountDownLatch(1);
        AtomicInteger listings = new AtomicInteger();
        source.limit = what -> {
            if (what.startsWith("cover")) {
                closed.countDown();
                return new RateLimited("spotify-covers", opens, true);
            }
            if (what.startsWith("list") && listings.incrementAndGet() == 2 && await(closed)) {
                throw ApplicationFailure.newFailure("403: extended quota mode only", FailureTypes.SOURCE_REFUSED);
            }
            return null;
        };

        assertThatThrownBy(() -> sync(0)).isInstanceOf(WorkflowFailedException.class);
        assertThat(environment.now()).isBefore(opens);
    }

    @Test
    void wrongCredentialsEndTheSyncBeforeAnythingIsPlanned() {
        source.genre("jazz", List.of(items("jazz", 0, 10)));
        source.limit = what -> {
            throw ApplicationFailure.newFailure("Spotify does not know these credentials", FailureTypes.SOURCE_REFUSED);
        };

        assertThatThrownBy(() -> sync(0))
                .satisfies(failure -> assertThat(FailureSentence.of(failure).sentence())
                        .isEqualTo("Spotify does not know these credentials"));
        assertThat(source.executions()).isZero();
    }

    @Test
    void aSignInThatIsTurnedAwayIsTriedAgain() throws Exception {
        source.genre("jazz", List.of(items("jazz", 0, 1)));
        Instant until = environment.now().plus(Duration.ofHours(3));
        source.limit = what -> environment.now().isBefore(until) ? new RateLimited("spotify", until, true) : null;

        assertThat(sync(0).added()).isEqualTo(1);
        assertThat(timers()).hasSize(1);
    }

    @Test
    void aCancelledSyncSaysSoInItsRow() {
        source.genre("jazz", List.of(items("jazz", 0, 5)));
        Instant until = environment.now().plus(Duration.ofDays(1));
        source.limit = what -> what.startsWith("list") ? new RateLimited("spotify", until, true) : null;
        CatalogueWorkflow workflow = start(0, LONG_HISTORY);
        awaitWaiting(workflow);

        WorkflowStub.fromTyped(workflow).cancel();

        assertThatThrownBy(() -> WorkflowStub.fromTyped(workflow).getResult(CatalogueResult.class))
                .isInstanceOf(WorkflowFailedException.class)
                .hasCauseInstanceOf(CanceledFailure.class);
        assertThat(source.finished())
                .containsExactly("cancelled when 0 covers had been added; the next sync goes on there");
    }

    private static ApplicationFailure away() {
        return ApplicationFailure.newNonRetryableFailure("503", FailureTypes.SOURCE_UNAVAILABLE);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static CatalogueProgress.Waiting awaitWaiting(CatalogueWorkflow workflow) {
        while (true) {
            CatalogueProgress.Waiting waiting = workflow.progress().waiting();
            if (waiting != null) {
                return waiting;
            }
        }
    }

    /** What Temporal's UI shows beside the timers of the last execution. */
    private List<String> timers() {
        return environment.client().fetchHistory(CatalogueWorkflow.workflowId("covers")).getEvents().stream()
                .filter(event -> event.getEventType() == EventType.EVENT_TYPE_TIMER_STARTED)
                .map(CatalogueWorkflowTest::summary)
                .toList();
    }

    private static String summary(HistoryEvent event) {
        return PayloadConverter.dataConverter()
                .fromPayload(event.getUserMetadata().getSummary(), String.class, String.class);
    }

    private CatalogueResult sync(int coversPerGenre) {
        return sync(coversPerGenre, LONG_HISTORY);
    }

    private CatalogueResult sync(int coversPerGenre, int longHistory) {
        return WorkflowStub.fromTyped(start(coversPerGenre, longHistory)).getResult(CatalogueResult.class);
    }

    private CatalogueWorkflow start(int coversPerGenre, int longHistory) {
        environment.activities(source);
        environment
                .workflows()
                .registerWorkflowImplementationFactory(
                        CatalogueWorkflow.class, () -> new CatalogueWorkflowImpl(longHistory));
        environment.start();
        return begin(coversPerGenre);
    }

    private CatalogueResult again(int coversPerGenre) {
        return WorkflowStub.fromTyped(begin(coversPerGenre)).getResult(CatalogueResult.class);
    }

    private CatalogueWorkflow begin(int coversPerGenre) {
        CatalogueRequest request = new CatalogueRequest("covers", SourceKind.SPOTIFY, coversPerGenre);
        CatalogueWorkflow workflow =
                environment.client().newWorkflowStub(CatalogueWorkflow.class, CatalogueWorkflow.options(request));
        WorkflowClient.start(workflow::sync, request);
        return workflow;
    }
}
