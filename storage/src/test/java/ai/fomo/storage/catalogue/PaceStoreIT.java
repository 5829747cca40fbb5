package ai.fomo.storage.catalogue;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.catalogue.Pace;
import ai.fomo.storage.Database;
import ai.fomo.storage.TestDatabase;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PaceStoreIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
    private static final Pace THREE_A_MINUTE = new Pace(3, Duration.ofMinutes(1));
    private static final int THREADS = 8;

    private final PaceStore paces = new PaceStore(DATABASE.jdbi());

    @Test
    void aRequestCountsFromItsAnswerOnceThereIsOne() {
        Pace one = new Pace(1, Duration.ofSeconds(10));
        assertThat(paces.admit("answered", one, NOW)).isEmpty();
        paces.answered("answered", NOW, NOW.plusSeconds(3));

        assertThat(paces.admit("answered", one, NOW.plusSeconds(12)))
                .contains(new PaceWait(NOW.plusSeconds(13), false));
        assertThat(paces.admit("answered", one, NOW.plusSeconds(13))).isEmpty();
    }

    @Test
    void asManyRequestsPassAsThePaceAllowsAndTheNextOnePassesWhenTheFirstLeavesTheWindow() {
        assertThat(paces.admit("window", THREE_A_MINUTE, NOW)).isEmpty();
        assertThat(paces.admit("window", THREE_A_MINUTE, NOW.plusSeconds(10))).isEmpty();
        assertThat(paces.next("window", THREE_A_MINUTE, NOW.plusSeconds(20))).isEmpty();
        assertThat(paces.admit("window", THREE_A_MINUTE, NOW.plusSeconds(20))).isEmpty();

        Optional<PaceWait> wait = paces.admit("window", THREE_A_MINUTE, NOW.plusSeconds(30));

        assertThat(wait).contains(new PaceWait(NOW.plusSeconds(60), false));
        assertThat(paces.next("window", THREE_A_MINUTE, NOW.plusSeconds(30))).isEqualTo(wait);
        assertThat(paces.admit("window", THREE_A_MINUTE, NOW.plusSeconds(60).minusNanos(1_000)))
                .isPresent();
        assertThat(paces.admit("window", THREE_A_MINUTE, NOW.plusSeconds(60))).isEmpty();
        assertThat(paces.admit("window", THREE_A_MINUTE, NOW.plusSeconds(60)))
                .contains(new PaceWait(NOW.plusSeconds(70), false));
    }

    @Test
    void aWorkerWhoseClockIsLateCountsWhatOthersSentInItsFuture() {
        for (int i = 0; i < 3; i++) {
            assertThat(paces.admit("skewed", THREE_A_MINUTE, NOW.plusSeconds(5)))
                    .isEmpty();
        }

        assertThat(paces.admit("skewed", THREE_A_MINUTE, NOW)).contains(new PaceWait(NOW.plusSeconds(65), false));
    }

    @Test
    void nobodyAsksAnApiThatWantsToBeLeftAloneForHalfADay() {
        Instant until = NOW.plus(Duration.ofHours(12));
        paces.closeUntil("closed", until, "429 to a search");
        paces.closeUntil("closed", NOW.plusSeconds(1), "429 to another");

        assertThat(paces.admit("closed", THREE_A_MINUTE, NOW)).contains(new PaceWait(until, true));
        assertThat(paces.next("closed", THREE_A_MINUTE, NOW)).contains(new PaceWait(until, true));
        assertThat(paces.closed("closed", NOW)).contains(new PaceWait(until, true));
        assertThat(paces.closed("another", NOW)).isEmpty();
        assertThat(paces.closed("closed", until)).isEmpty();
        assertThat(paces.admit("closed", THREE_A_MINUTE, until)).isEmpty();
    }

    @Test
    void theLaterOfPaceAndClosureIsWaitedFor() {
        for (int i = 0; i < 3; i++) {
            paces.admit("both", THREE_A_MINUTE, NOW);
        }
        paces.closeUntil("both", NOW.plusSeconds(5), "429");

        assertThat(paces.admit("both", THREE_A_MINUTE, NOW)).contains(new PaceWait(NOW.plusSeconds(60), false));
    }

    @Test
    void requestsThatNobodyAsksAboutAnyMoreAreRemoved() {
        Pace often = new Pace(1_000, Duration.ofSeconds(1));
        for (int hour = 0; hour < 10; hour++) {
            for (int i = 0; i < 5; i++) {
                assertThat(paces.admit("long", often, NOW.plus(Duration.ofHours(hour))))
                        .isEmpty();
            }
        }

        assertThat(sent("long")).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void noWindowHoldsMoreThanThePaceThoughEightThreadsOfTwoProcessesAskAtOnce() throws Exception {
        Pace pace = new Pace(7, Duration.ofSeconds(10));
        AtomicLong millis = new AtomicLong(NOW.toEpochMilli());
        Random random = new Random(1);
        try (Database second = Database.open(DATABASE.configuration())) {
            // Each thread has its own clock, a little late or early.
            List<InstantSource> clocks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int skew = random.nextInt(200) - 100;
                clocks.add(() -> Instant.ofEpochMilli(millis.addAndGet(37) + skew));
            }
            List<Instant> admitted = hammer("fake", pace, clocks, 150, second);

            assertThat(sent("fake")).containsExactlyInAnyOrderElementsOf(admitted);
            assertHolds(pace, admitted);
            assertThat(admitted).hasSizeGreaterThan(20);
        }
    }

    @Test
    void noWindowHoldsMoreThanThePaceByTheSystemsClock() throws Exception {
        Pace pace = new Pace(5, Duration.ofMillis(200));
        try (Database second = Database.open(DATABASE.configuration())) {
            List<InstantSource> clocks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                clocks.add(InstantSource.system());
            }
            List<Instant> admitted = hammer("system", pace, clocks, 100, second);

            assertHolds(pace, sent("system"));
            assertThat(admitted).hasSameSizeAs(sent("system")).hasSizeGreaterThanOrEqualTo(5);
        }
    }

    private List<Instant> hammer(String api, Pace pace, List<InstantSource> clocks, int attempts, Database second)
            throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<List<Instant>>> work = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                InstantSource clock = clocks.get(i);
                PaceStore store = i % 2 == 0 ? paces : new PaceStore(second.jdbi());
                work.add(() -> {
                    List<Instant> admitted = new ArrayList<>();
                    for (int attempt = 0; attempt < attempts; attempt++) {
                        Instant now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
                        if (store.admit(api, pace, now).isEmpty()) {
                            admitted.add(now);
                        }
                    }
                    return admitted;
                });
            }
            List<Instant> all = new ArrayList<>();
            for (Future<List<Instant>> done : pool.invokeAll(work, 120, SECONDS)) {
                all.addAll(done.get());
            }
            return all;
        } finally {
            pool.shutdownNow();
        }
    }

    private static void assertHolds(Pace pace, List<Instant> sent) {
        List<Instant> sorted = sent.stream().sorted().toList();
        for (int i = pace.requests(); i < sorted.size(); i++) {
            assertThat(Duration.between(sorted.get(i - pace.requests()), sorted.get(i)))
                    .as("requests %d to %d", i - pace.requests(), i)
                    .isGreaterThanOrEqualTo(pace.window());
        }
    }

    private static List<Instant> sent(String api) {
        return DATABASE.jdbi()
                .withHandle(handle -> handle.createQuery("select sent_at from source_request where api = :api")
                        .bind("api", api)
                        .mapTo(Timestamp.class)
                        .map(Timestamp::toInstant)
                        .list());
    }
}
