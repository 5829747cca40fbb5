package ai.fomo.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Cover;
import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.catalogue.SourceLabel;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.storage.catalogue.CoverStore;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.genre.BundledGenreMaps;
import ai.fomo.storage.genre.GenreMapStore;
import ai.fomo.worker.configuration.Configuration;
import ai.fomo.worker.configuration.TestConfiguration;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What {@code fomo genre map} says of a dataset's labels, and does to them. */
@SuppressWarnings("NullAway.Init") // JUnit calls start first
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GenreMapCommandIT {
    private Path home;
    private Configuration configuration;
    private Platform platform;
    private Jdbi jdbi;

    @BeforeAll
    void start(@TempDir Path home) {
        this.home = home;
        configuration = TestConfiguration.of(home);
        platform = Platform.joinOrStart(configuration, PlatformOptions.withoutWorker(), sentence -> {});
        jdbi = platform.database().jdbi();
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    void aMappedDatasetIsCountedByClassAndItsOtherLabelsAreNamed() throws IOException {
        mapped("counted", "acid", "acid", "jazz", "polka");

        CommandRun run = fomo("genre", "map", "--dataset", "counted");

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.results())
                .startsWith("counted: map event-tags 1 (")
                .containsPattern("Techno +2")
                .containsPattern("\\(none\\) +1")
                .containsPattern("labels without a rule +covers")
                .containsPattern("polka +1")
                .doesNotContain("next:");
        JsonNode document =
                fomo("genre", "map", "--dataset", "counted", "--json").json();
        assertThat(document.get("map").get("name").asText()).isEqualTo("event-tags");
        assertThat(document.get("report").get("withClass").asInt()).isEqualTo(3);
        assertThat(document.get("remapped").asBoolean()).isFalse();
    }

    @Test
    void anotherMapOfAMappedDatasetIsItsMapFromNowOnAndSaysWhatChanges() throws IOException {
        mapped("remapped", "acid", "polka", "seen live");
        String mine = file("mine.yaml", """
                name: mine
                version: "1"
                taxonomy: fomo-16
                rules: {acid: Electronic, polka: Folk}
                ignore: [seen live]
                """);

        CommandRun run = fomo("genre", "map", "--dataset", "remapped", "--use", mine);

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.results())
                .contains("from now on", "next: fomo dataset build remapped")
                .containsPattern("acid +1 +Techno +Electronic")
                .containsPattern("polka +1 +no class +Folk")
                .contains("labels to be ignored")
                .containsPattern("seen live +1")
                .doesNotContain("The classes are others");
        assertThat(new SourceStore(jdbi).maps("remapped")).hasSize(2);
        assertThat(fomo("genre", "map", "--dataset", "remapped").results()).startsWith("remapped: map mine 1 (");
        assertThat(usersOf("mine")).containsExactly("remapped");
        assertThat(fomo("genre", "map", "--dataset", "remapped", "--use", mine).results())
                .contains("no label changes its class");
        assertThat(new SourceStore(jdbi).maps("remapped")).hasSize(2);
    }

    @Test
    void aDatasetWhoseLabelsAreItsClassesSaysSoUntilItIsGivenAMap() throws IOException {
        create("labelled", new Labelling.FromLabels(), "acid", "rave");

        assertThat(fomo("genre", "map", "--dataset", "labelled").results())
                .startsWith("labelled: every label is a class of its own")
                .containsPattern("rave +1");
        assertThat(fomo("genre", "map", "--dataset", "labelled", "--json")
                        .json()
                        .has("map"))
                .isFalse();

        CommandRun run = fomo("genre", "map", "--dataset", "labelled", "--use", "event-tags");

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.results())
                .contains("The classes are others than before")
                .containsPattern("acid +1 +acid +Techno")
                .containsPattern("rave +1 +rave +no class");
        assertThat(new SourceStore(jdbi).find("labelled").orElseThrow().labelling())
                .isEqualTo(new Labelling.Mapped(
                        BundledGenreMaps.named("event-tags").digest()));
    }

    @Test
    void aMapThatIsRefusedLeavesTheDatasetItsOwn() throws IOException {
        mapped("kept", "acid");
        String cyclic = file("cyclic.yaml", "{name: m, version: '1', taxonomy: fomo-16, rules: {a: b, b: a}}");

        assertThat(fomo("genre", "map", "--dataset", "kept", "--use", cyclic).exitCode())
                .isEqualTo(ExitCode.FAILED.code());

        assertThat(new SourceStore(jdbi).maps("kept")).hasSize(1);
    }

    @Test
    void anUnknownDatasetIsOneSentence() {
        CommandRun run = fomo("genre", "map", "--dataset", "nobody", "--use", "spotify");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED.code());
        assertThat(run.messages().lines()).hasSize(1).first().asString().contains("there is no dataset 'nobody'");
    }

    private List<String> usersOf(String map) throws IOException {
        List<String> users = new ArrayList<>();
        fomo("genre", "map", "--json").json().forEach(listed -> {
            if (listed.get("name").asText().equals(map)) {
                listed.get("datasets").forEach(user -> users.add(user.asText()));
            }
        });
        return users;
    }

    private void mapped(String name, String... labels) {
        create(name, new Labelling.Mapped(new GenreMapStore(jdbi).put(BundledGenreMaps.named("event-tags"))), labels);
    }

    /** A cover for each label. */
    private void create(String name, Labelling labelling, String... labels) {
        new SourceStore(jdbi).create(new Source(name, SourceKind.FILES, null, labelling));
        for (int i = 0; i < labels.length; i++) {
            String cover = name + " " + i;
            Sha256 image = Sha256.of(cover.getBytes(StandardCharsets.UTF_8));
            List<SourceLabel> label = List.of(new SourceLabel(labels[i], LabelKind.FILE));
            new CoverStore(jdbi).add(new Cover(image, name, cover, cover, null, 96, 96, label));
        }
    }

    private String file(String name, String yaml) throws IOException {
        return Files.writeString(home.resolve(name), yaml).toString();
    }

    private CommandRun fomo(String... arguments) {
        return CommandRun.of(configuration, arguments);
    }
}
