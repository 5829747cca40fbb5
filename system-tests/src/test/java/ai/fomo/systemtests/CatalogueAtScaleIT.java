package ai.fomo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.catalogue.Pace;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.sources.spotify.SpotifyMode;
import ai.fomo.systemtests.harness.CatalogueCheck;
import ai.fomo.systemtests.harness.CatalogueRows.Row;
import ai.fomo.systemtests.harness.CoverFiles;
import ai.fomo.systemtests.harness.GenresOfLabels;
import ai.fomo.systemtests.harness.HeapLog;
import ai.fomo.systemtests.harness.KillableSyncs;
import ai.fomo.systemtests.harness.SkippingSyncs;
import ai.fomo.worker.demo.catalogue.Behaviour;
import ai.fomo.worker.demo.catalogue.CatalogueStandIn;
import ai.fomo.worker.demo.catalogue.CoverStyle;
import ai.fomo.worker.demo.catalogue.Faults;
import ai.fomo.worker.demo.catalogue.Flaws;
import ai.fomo.worker.demo.catalogue.Host;
import ai.fomo.worker.demo.catalogue.StandInOptions;
import ai.fomo.worker.demo.catalogue.TrueCover;
import ai.fomo.worker.demo.catalogue.Truth;
import ai.fomo.workflows.catalogue.CatalogueRequest;
import ai.fomo.workflows.catalogue.CatalogueResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 20,000 covers and more, of which docs/benchmarks.md has the figures. */
@Tag("long")
class CatalogueAtScaleIT {
    private static final Duration LIMIT = Duration.ofMinutes(40);
    private static final int ALBUMS = Integer.getInteger("fomo.catalogue.albums", 21_000);
    private static final int PER_GENRE = ALBUMS / 40;
    private static final List<String> GENRES = GenresOfLabels.queries();

    @Test
    void everyCoverIsFetchedOnceThroughFaultsOfEveryKindAndHalfDaysOfWaiting(@TempDir Path directory)
            throws IOException {
        try (KillableSyncs services = KillableSyncs.in(directory, Map.of());
                SkippingSyncs syncs = new SkippingSyncs();
                CatalogueStandIn standIn = CatalogueStandIn.start(
                        21,
                        ALBUMS,
                        0,
                        StandInOptions.of(Behaviour.SPOTIFY_DEVELOPMENT)
                                .with(CoverStyle.FLAT)
                                .with(Flaws.ofEveryKind(0.05))
                                .with(Faults.ofEveryKind(22, 0.05).withSlowness(Duration.ofMillis(2_500)))
                                .with(syncs.clock()))) {
            services.create("outside", SourceKind.SPOTIFY, standIn.address());
            syncs.serve(services.platform(), SpotifyMode.DEVELOPMENT, Duration.ofMillis(1_500));

            CatalogueResult balanced = syncs.sync(request(PER_GENRE));
            checkBalance(standIn.truth(GENRES), services.rows().covers("outside"));
            say("%s for each genre: %s", PER_GENRE, balanced);

            Truth truth = standIn.truth(GENRES);
            CatalogueResult all = syncs.sync(request(0));
            Map<String, Row> rows = services.rows().covers("outside");
            CatalogueCheck.everythingIsThereOnce(truth, rows, services.rows().refusals("outside"));
            Map<String, String> files = CoverFiles.of(services.fomo().data());
            assertThat(files)
                    .hasSameSizeAs(rows)
                    .allSatisfy((name, digest) -> assertThat(name).isEqualTo(digest));
            say(
                    "all: %s; requests %s of which %s had to be sent again, at least %s were needed: %.4f times; faults %s",
                    all,
                    standIn.log().size(),
                    standIn.log().unserved().size(),
                    truth.leastRequests(),
                    CatalogueCheck.requests(standIn, truth),
                    standIn.log().perFault());
            assertThat(CatalogueCheck.requests(standIn, truth)).isLessThanOrEqualTo(1.05);
            assertThat(standIn.log().beyond(new Pace(90, Duration.ofSeconds(30)), Host.API))
                    .as("the pace, as the server saw it")
                    .isEmpty();
            assertThat(standIn.log().early(Duration.ofSeconds(2))).isEmpty();

            standIn.fail(Faults.NONE);
            int before = standIn.log().size();
            CatalogueResult nothing = syncs.sync(request(0));
            assertThat(nothing.added()).isZero();
            assertThat(standIn.log().all().subList(before, standIn.log().size()))
                    .filteredOn(asked -> asked.host() != Host.TOKENS)
                    .hasSize(GENRES.size());
        }
    }

    @Test
    void aWorkerThatIsKilledTenTimesLeavesTheSameRowsAndBlobsInHalfAGigabyte(@TempDir Path directory)
            throws IOException {
        Path heap = directory.resolve("heap.log");
        try (CatalogueStandIn standIn = CatalogueStandIn.start(
                        31,
                        ALBUMS,
                        0,
                        StandInOptions.of(Behaviour.SPOTIFY_DEVELOPMENT)
                                .with(CoverStyle.FLAT)
                                .with(Flaws.ofEveryKind(0.05))
                                .with(Faults.ofEveryKind(32, 0.05)
                                        .withWaits(Duration.ofSeconds(1), Duration.ofSeconds(2))
                                        .withSlowness(Duration.ofMillis(200))));
                KillableSyncs syncs = KillableSyncs.in(
                        directory, Map.of("_JAVA_OPTIONS", "-Xmx500m -Xlog:gc*:file=" + heap + "-%p.log"))) {
            syncs.create("outside", SourceKind.SPOTIFY, standIn.address());
            Truth truth = standIn.truth(GENRES);
            syncs.startWorker();
            syncs.begin(request(0));
            int kills = 10;
            for (int kill = 1; kill <= kills; kill++) {
                syncs.killAt(standIn.log()::size, (int) ((long) truth.leastRequests() * kill / (kills + 1)), LIMIT);
            }
            CatalogueResult result = syncs.awaitEnd("outside", LIMIT);
            CatalogueCheck.everythingIsThereOnce(
                    truth, syncs.rows().covers("outside"), syncs.rows().refusals("outside"));
            Map<String, String> files = CoverFiles.of(syncs.fomo().data());
            assertThat(files)
                    .hasSize(truth.pictures().size())
                    .allSatisfy((name, digest) -> assertThat(name).isEqualTo(digest));
            say(
                    "killed %s times: %s; requests %.4f times what they had to be; heap of the workers at most %s MiB before a"
                            + " collection, %s MiB behind one",
                    kills,
                    result,
                    CatalogueCheck.requests(standIn, truth),
                    HeapLog.of(directory).before(),
                    HeapLog.of(directory).after());
            assertThat(HeapLog.of(directory).before()).isLessThan(512);
        }
    }

    /** Where the build's output keeps it: what was measured is for docs/benchmarks.md. */
    private static void say(String sentence, Object... figures) {
        System.out.println(String.format(Locale.ROOT, sentence, figures));
    }

    private static CatalogueRequest request(int coversPerGenre) {
        return new CatalogueRequest("outside", SourceKind.SPOTIFY, coversPerGenre, null, null, Duration.ofDays(3_650));
    }

    /** Each genre has its number, or all that there are; and those covers that count for it alone are no more. */
    private static void checkBalance(Truth truth, Map<String, Row> rows) {
        GenresOfLabels genres = GenresOfLabels.load();
        Map<String, Set<String>> offered = truth.obtainable().stream()
                .collect(Collectors.toMap(
                        TrueCover::picture,
                        cover -> genres.of(cover.labels().isEmpty() ? cover.queries() : cover.labels()),
                        (one, other) -> one));
        for (String genre : genres.all()) {
            List<Set<String>> having = rows.values().stream()
                    .map(row -> genres.of(row.labels()))
                    .filter(of -> of.contains(genre))
                    .toList();
            long alone = having.stream().filter(of -> of.size() == 1).count();
            say("%s: %s covers, %s of them of no other genre", genre, having.size(), alone);
            long most =
                    offered.values().stream().filter(of -> of.contains(genre)).count();
            assertThat(having.size())
                    .as("%s, of which there are %d", genre, most)
                    .isGreaterThanOrEqualTo((int) Math.min(PER_GENRE, most));
            assertThat(alone).as(genre).isLessThanOrEqualTo(PER_GENRE);
        }
    }
}
