package ai.fomo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.catalogue.Pace;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.systemtests.harness.CatalogueCheck;
import ai.fomo.systemtests.harness.CoverFiles;
import ai.fomo.systemtests.harness.KillableSyncs;
import ai.fomo.worker.demo.catalogue.Behaviour;
import ai.fomo.worker.demo.catalogue.CatalogueStandIn;
import ai.fomo.worker.demo.catalogue.CoverStyle;
import ai.fomo.worker.demo.catalogue.Faults;
import ai.fomo.worker.demo.catalogue.Flaws;
import ai.fomo.worker.demo.catalogue.Host;
import ai.fomo.worker.demo.catalogue.StandInOptions;
import ai.fomo.worker.demo.catalogue.Truth;
import ai.fomo.workflows.catalogue.CatalogueRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker's process that syncs with servers that fail in every way they can, and is killed besides. */
class CatalogueSyncIT {
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final List<String> GENRES = List.of("jazz", "rock", "techno", "hip hop");

    @Test
    void aSyncWhoseWorkerIsKilledEndsWithEveryCoverOnceAndTheNextOneOnlyAsksWhetherThereIsMore(@TempDir Path directory)
            throws IOException {
        Faults faults = Faults.ofEveryKind(5, 0.05)
                .withWaits(Duration.ofSeconds(1), Duration.ofSeconds(4))
                .withSlowness(Duration.ofMillis(300));
        StandInOptions options = StandInOptions.of(Behaviour.SPOTIFY_DEVELOPMENT)
                .with(CoverStyle.FLAT)
                .with(Flaws.ofEveryKind(0.2))
                .with(faults);
        try (CatalogueStandIn standIn = CatalogueStandIn.start(11, 400, 0, options);
                KillableSyncs syncs = KillableSyncs.in(directory, Map.of())) {
            syncs.create("outside", SourceKind.SPOTIFY, standIn.address());
            CatalogueRequest request =
                    new CatalogueRequest("outside", SourceKind.SPOTIFY, 0, null, GENRES, CatalogueRequest.RELIST_AFTER);
            Truth truth = standIn.truth(GENRES);
            syncs.startWorker();
            syncs.begin(request);
            syncs.killAt(standIn.log()::size, truth.leastRequests() / 2, LIMIT);
            syncs.awaitEnd("outside", LIMIT);

            CatalogueCheck.everythingIsThereOnce(
                    truth, syncs.rows().covers("outside"), syncs.rows().refusals("outside"));
            Map<String, String> files = CoverFiles.of(syncs.fomo().data());
            assertThat(files)
                    .hasSize(truth.pictures().size())
                    .allSatisfy((name, digest) -> assertThat(name).isEqualTo(digest));
            assertThat(standIn.log().early(Duration.ofMillis(500)))
                    .as("nothing is asked while the server wants to be left alone")
                    .isEmpty();

            standIn.fail(Faults.NONE);
            int before = standIn.log().size();
            syncs.begin(request);
            syncs.awaitEnd("outside", LIMIT);
            assertThat(standIn.log().all().subList(before, standIn.log().size()))
                    .filteredOn(asked -> asked.host() != Host.TOKENS)
                    .as("one question for each genre")
                    .hasSize(GENRES.size())
                    .allMatch(asked -> asked.target().startsWith("/v1/search"));
        }
    }

    @Test
    void musicBrainzIsAskedOnceASecondAndItsCoversAreFetchedWhereItPoints(@TempDir Path directory) throws IOException {
        List<String> genres = List.of("jazz", "rock", "techno");
        StandInOptions options =
                StandInOptions.of(Behaviour.MUSICBRAINZ).with(CoverStyle.FLAT).with(Flaws.ofEveryKind(0.1));
        try (CatalogueStandIn standIn = CatalogueStandIn.start(12, 150, 0, options);
                KillableSyncs syncs = KillableSyncs.in(directory, Map.of("FOMO_COVERART_PACE", "100/1s"))) {
            syncs.create("open", SourceKind.MUSICBRAINZ, standIn.address());
            syncs.startWorker();
            syncs.begin(new CatalogueRequest("open", SourceKind.MUSICBRAINZ, 0, null, genres, null));
            syncs.awaitEnd("open", LIMIT);

            CatalogueCheck.everythingIsThereOnce(
                    standIn.truth(genres),
                    syncs.rows().covers("open"),
                    syncs.rows().refusals("open"));
            assertThat(standIn.log().beyond(new Pace(1, Duration.ofSeconds(1)), Host.API))
                    .isEmpty();
            assertThat(standIn.log().unserved()).as("never too fast").isEmpty();
        }
    }
}
