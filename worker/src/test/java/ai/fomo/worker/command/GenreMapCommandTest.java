package ai.fomo.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.worker.configuration.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without any service: what is asked of a map needs none. */
class GenreMapCommandTest {
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    @TempDir
    private Path home;

    private CommandRun run(String... arguments) {
        return CommandRun.of(Configuration.from(Map.of("FOMO_HOME", home.toString())), arguments);
    }

    private String file(String yaml) throws IOException {
        return Files.writeString(home.resolve("mine.yaml"), yaml).toString();
    }

    @Test
    void anExplanationNamesTheMapTheRulesAndTheClass() {
        CommandRun run = run("genre", "map", "--explain", "melodic house & techno", "--map", "spotify");

        assertThat(run.exitCode()).isZero();
        assertThat(run.results().strip())
                .isEqualTo(
                        "map spotify 2: 'melodic house & techno' is Techno, by melodic house & techno: melodic techno,"
                                + " then melodic techno: Techno");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void whatNoMapKnowsIsAFailureWithASuggestion() {
        CommandRun run = run("genre", "map", "--explain", "tecno", "--map", "event-tags");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED.code());
        assertThat(run.results()).contains("has no rule; did you mean 'Techno'?");
    }

    @Test
    void anExplanationIsOneJsonDocument() throws IOException {
        assertThat(run("genre", "map", "--explain", "acid", "--json").json())
                .hasSize(3)
                .allSatisfy(label -> assertThat(label.get("genre").asText()).isEqualTo("Techno"));
    }

    @Test
    void aMapWithACycleIsOneSentence() throws IOException {
        String map = file("{name: m, version: '1', taxonomy: fomo-16, rules: {a: b, b: a}}");

        CommandRun run = run("genre", "map", "--map", map, "--check");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED.code());
        assertThat(run.messages().lines()).hasSize(1).first().asString().contains("a -> b -> a");
    }

    @Test
    void aGoodMapIsShownAndIsOneJsonDocument() throws IOException {
        String map = file("{name: m, version: '7', taxonomy: mine, classes: [Pop], rules: {a: b, b: Pop}}");

        CommandRun run = run("genre", "map", "--map", map, "--check");

        assertThat(run.exitCode()).isZero();
        assertThat(run.results()).containsPattern("m +7 +2 +mine, 1 classes");
        assertThat(run("genre", "map", "--map", map, "--check", "--json")
                        .json()
                        .at("/0/rules")
                        .asInt())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {name: m, version: '1', taxonomy: fomo-16, rules: {a: Tecno}}  | did you mean 'Techno'?
            {name: m, version: '1', taxonomy: fomo-16, rules: {a: }}       | 'a' has no class; name one
            {name: m, version: '1', taxonomy: fomo-16}                     | rules
            ``                                                             | the genre map is empty
            {name: [                                                       | line 1
            """)
    void aMapThatIsNoneIsOneSentenceThatNamesTheFile(String yaml, String sentence) throws IOException {
        String map = file(yaml);

        CommandRun run = run("genre", "map", "--map", map, "--check");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED.code());
        assertThat(run.results()).isEmpty();
        assertThat(run.messages().lines()).hasSize(1).first().asString().contains(map, sentence);
    }

    @Test
    void aMapThatIsNotThereIsNamedBesideThoseThatShip() {
        CommandRun run = run("genre", "map", "--map", "nowhere.yaml", "--check");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED.code());
        assertThat(run.messages().lines())
                .hasSize(1)
                .first()
                .asString()
                .contains("'nowhere.yaml'", "event-tags, musicbrainz, spotify");
    }

    @Test
    void aFolderIsNoMap() {
        CommandRun run = run("genre", "map", "--map", home.toString(), "--check");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED.code());
        assertThat(run.messages().lines()).hasSize(1).first().asString().contains("cannot be read");
    }

    @Test
    void aMapForADatasetIsCheckedBeforeAnyServiceStarts() throws IOException {
        String map = file("{name: m, version: '1', taxonomy: mine, classes: [Pop], rules: {a: Rock}}");

        CommandRun run = run("genre", "map", "--dataset", "covers", "--use", map);

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED.code());
        assertThat(run.messages().lines()).hasSize(1).first().asString().contains("'a' leads to 'Rock'");
    }

    @Test
    void aMapIsOnlyUsedForADataset() {
        assertThat(run("genre", "map", "--use", "spotify").exitCode()).isEqualTo(ExitCode.WRONG_USAGE.code());
    }
}
