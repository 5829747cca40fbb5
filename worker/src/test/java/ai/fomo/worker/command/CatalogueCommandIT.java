package ai.fomo.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.worker.configuration.Configuration;
import ai.fomo.worker.configuration.TestConfiguration;
import ai.fomo.worker.demo.DemoSource;
import ai.fomo.worker.demo.catalogue.CatalogueStandIn;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code fomo catalogue}, over real services and a stand-in for Spotify. */
@SuppressWarnings("NullAway.Init") // JUnit calls start first
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueCommandIT {
    private static final int ALBUMS = 48;

    private Configuration configuration;
    private Platform platform;
    private CatalogueStandIn standIn;
    private String source;

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        configuration = TestConfiguration.of(home);
        platform = Platform.joinOrStart(configuration, PlatformOptions.withWorker(), sentence -> {});
        standIn = CatalogueStandIn.start(DemoSource.SEED, ALBUMS, 0);
        source = DemoSource.register(platform.database().jdbi(), ALBUMS, standIn.address());
    }

    @AfterAll
    void stop() {
        standIn.close();
        platform.close();
    }

    @Test
    void aSyncFetchesWhatIsAskedForAndTheStatusSaysSo() throws IOException {
        CommandRun first = fomo("catalogue", "sync", source, "--genres", "Jazz,hip-hop", "--covers-per-genre", "2");

        assertThat(first.exitCode()).as(first.messages()).isZero();
        assertThat(first.results()).contains("covers added, 0 refused; there are");
        assertThat(first.messages()).contains("from spotify: 2 covers of each of 2 genres (jazz, hip hop)");
        CommandRun asBefore = fomo("catalogue", "sync", source, "--json");
        assertThat(asBefore.messages()).contains("2 covers of each of 2 genres (jazz, hip hop), as the last sync");
        assertThat(asBefore.json().get("added").asInt()).isZero();
        assertThat(fomo("catalogue", "status", source).results().lines())
                .anyMatch(line -> line.matches("Rock +0 +- .*"))
                .anyMatch(line -> line.matches("HipHop +2 +2 .*"));
        JsonNode again = fomo("catalogue", "sync", source, "--covers-per-genre", "0", "--genres", "all", "--json")
                .json();
        assertThat(again.get("covers").asInt()).isPositive();
        assertThat(again.get("added").asInt()).isPositive();
        assertThat(fomo("catalogue", "sync", source, "--json")
                        .json()
                        .get("added")
                        .asInt())
                .isZero();

        CommandRun status = fomo("catalogue", "status", source);

        assertThat(status.results())
                .contains("genre", "Jazz", "label from", "no cover was refused", "the last sync ran");
        JsonNode document = fomo("catalogue", "status", source, "--json").json();
        assertThat(document.get("covers").asInt()).isEqualTo(again.get("covers").asInt());
        assertThat(Instant.parse(document.at("/sync/startedAt").asText())).isBefore(Instant.now());
    }

    @Test
    void aScheduleIsMadeChangedShownAndTakenAway() throws IOException {
        assertThat(fomo("catalogue", "schedule", source).results()).contains("has no schedule");
        assertThat(fomo("catalogue", "status", source).results()).contains("has no schedule");
        CommandRun nothingToChange = fomo("catalogue", "schedule", source, "--covers-per-genre", "5");
        assertThat(nothingToChange.exitCode()).isEqualTo(2);
        assertThat(nothingToChange.messages()).contains("no schedule that could change; say when to begin: --daily");

        assertThat(fomo(
                                "catalogue",
                                "schedule",
                                source,
                                "--daily",
                                "04:00",
                                "--covers-per-genre",
                                "0",
                                "--genres",
                                "all")
                        .results())
                .contains("is synced daily at 04:00 UTC, up to all covers that there are", "next: ");
        JsonNode changed = fomo(
                        "catalogue",
                        "schedule",
                        source,
                        "--daily",
                        "23:30",
                        "--time-zone",
                        "Europe/Berlin",
                        "--covers-per-genre",
                        "500",
                        "--json")
                .json()
                .get("schedule");

        assertThat(Instant.parse(changed.get("next").asText())).isAfter(Instant.now());
        assertThat(changed.get("at").asText()).isEqualTo("23:30");
        assertThat(changed.get("zone").asText()).isEqualTo("Europe/Berlin");
        assertThat(changed.get("coversPerGenre").asInt()).isEqualTo(500);

        CommandRun fewer = fomo("catalogue", "schedule", source, "--covers-per-genre", "20", "--relist-after", "7d");
        assertThat(fewer.messages())
                .contains(
                        "changed: asks for 500 covers of each genre -> 20 covers of each genre",
                        "changed: looks at artists again after 30d -> 7d")
                .doesNotContain("begins daily");
        assertThat(fewer.results()).contains("daily at 23:30 Europe/Berlin, up to 20 covers of each genre");
        JsonNode earlier = fomo("catalogue", "schedule", source, "--daily", "22:00", "--json")
                .json();
        assertThat(earlier.at("/schedule/coversPerGenre").asInt())
                .as("what is not said stays, whatever the last sync asked for")
                .isEqualTo(20);
        assertThat(earlier.at("/schedule/zone").asText()).isEqualTo("Europe/Berlin");
        assertThat(earlier.at("/schedule/relistAfter").asText()).isEqualTo("PT168H");
        assertThat(earlier.at("/before/at").asText()).isEqualTo("23:30");
        assertThat(fomo("catalogue", "schedule", source, "--daily", "22:00").messages())
                .contains("nothing has changed");
        assertThat(fomo("catalogue", "status", source).results())
                .contains("is synced daily at 22:00 Europe/Berlin", "next: ");
        JsonNode status = fomo("catalogue", "status", source, "--json").json();
        assertThat(Instant.parse(status.at("/schedule/next").asText())).isAfter(Instant.now());
        assertThat(status.get("source").asText()).isEqualTo(source);

        assertThat(fomo("catalogue", "schedule", source, "--off").results()).contains("no longer synced by itself");
        assertThat(fomo("catalogue", "schedule", source, "--off").results()).contains("has no schedule");
    }

    @Test
    void aCatalogueOfFilesHasNothingToFetch() {
        platform.database()
                .jdbi()
                .useHandle(handle -> handle.execute("insert into source (name, kind) values (?, ?)", "files", "FILES"));

        for (String command : new String[] {"sync", "status", "schedule", "cancel"}) {
            CommandRun run = fomo("catalogue", command, "files");
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.messages())
                    .isEqualTo("fomo: dataset 'files' was imported from files: there is nothing to fetch"
                            + System.lineSeparator());
        }
    }

    @Test
    void whatDoesNotFitAKnownCatalogueIsOneSentence() {
        assertThat(fomo("catalogue", "sync", "nobody").messages())
                .contains("there is no catalogue 'nobody' yet; say where it is from: --from spotify");
        assertThat(fomo("catalogue", "sync", source, "--from", "musicbrainz").messages())
                .contains("is from spotify; give the one from musicbrainz another name");
        assertThat(fomo("catalogue", "sync", source, "--map", "event-tags").messages())
                .contains("to change it: fomo genre map --dataset " + source + " --use event-tags");
        assertThat(fomo("catalogue", "sync", source, "--genres", "polka").messages())
                .contains("there is no genre 'polka' in map spotify");
        assertThat(fomo("catalogue", "sync", source, "--genres", "tecno").messages())
                .contains("did you mean 'techno'?");
        assertThat(fomo("catalogue", "status", "nobody").exitCode()).isEqualTo(1);
        assertThat(fomo("catalogue", "cancel", source).messages()).contains("no sync of '" + source + "' is running");
    }

    @Test
    void withoutCredentialsASyncEndsInOneSentenceBeforeAnythingIsFetched() {
        CommandRun run = fomo("catalogue", "sync", "real", "--from", "spotify", "--covers-per-genre", "1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.messages()).contains("the sync of real ended: ", "FOMO_SPOTIFY_CLIENT_ID");
        assertThat(run.results()).isEmpty();
    }

    @Test
    void aCatalogueThatHasNoAlbumYetCanStillBeFromElsewhere() {
        fomo("catalogue", "sync", "mistyped", "--from", "spotify");

        CommandRun meant = fomo("catalogue", "sync", "mistyped", "--from", "musicbrainz");

        assertThat(meant.messages())
                .contains(
                        "catalogue mistyped had no album yet; it is from musicbrainz with map ",
                        "sync of mistyped from musicbrainz",
                        "FOMO_MUSICBRAINZ_CONTACT");
        assertThat(fomo("catalogue", "sync", "mistyped").messages()).contains("FOMO_MUSICBRAINZ_CONTACT");
        assertThat(fomo("catalogue", "sync", "mistyped", "--from", "musicbrainz", "--map", "event-tags")
                        .messages())
                .contains("it is from musicbrainz with map event-tags now");
    }

    private CommandRun fomo(String... arguments) {
        return CommandRun.of(configuration, arguments);
    }
}
