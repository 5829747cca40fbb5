package ai.fomo.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.worker.configuration.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A genre map that cannot be used is the same sentence and exit code wherever one is named, before any service starts. */
class RefusedMapsTest {
    private static final String MAP = "MAP";
    private static final List<String> COMMANDS = List.of(
            "genre map --check --map MAP",
            "genre map --explain acid --map MAP",
            "genre map --dataset covers --use MAP",
            "catalogue sync covers --from spotify --map MAP",
            "catalogue sync covers --map MAP",
            "dataset import --name covers --csv labels.csv --images images --map MAP");

    /** What is wrong, the map where there is one, and what the sentence says. */
    private static final Map<String, List<String>> WRONG = Map.of(
            "missing.yaml",
            List.of("", "there is no genre map '", "event-tags, musicbrainz, spotify"),
            "no-yaml.yaml",
            List.of("{name: [", "line 1"),
            "list.yaml",
            List.of("- acid", "it needs name, version, taxonomy, rules"),
            "cycle.yaml",
            List.of("{name: m, version: '1', taxonomy: fomo-16, rules: {a: b, b: a}}", "a -> b -> a"),
            "unknown-class.yaml",
            List.of("{name: m, version: '1', taxonomy: fomo-16, rules: {a: Tecno}}", "did you mean 'Techno'?"),
            "missing-class.yaml",
            List.of("{name: m, version: '1', taxonomy: mine, classes: [Pop], rules: {a: Rock}}", "'a' leads to 'Rock'"),
            "unknown-taxonomy.yaml",
            List.of("{name: m, version: '1', taxonomy: mine, rules: {a: Pop}}", "or list your own classes"));

    @SuppressWarnings("NullAway.Init") // JUnit sets it
    @TempDir
    private Path home;

    private static Stream<Arguments> everyCommandAndFault() {
        return COMMANDS.stream().flatMap(command -> WRONG.keySet().stream().map(map -> Arguments.of(command, map)));
    }

    @ParameterizedTest
    @MethodSource("everyCommandAndFault")
    void aMapThatCannotBeUsedIsOneSentenceAndExitCode1InEveryCommand(String command, String name) throws IOException {
        List<String> wrong = Objects.requireNonNull(WRONG.get(name));
        Path map = home.resolve(name);
        if (!wrong.get(0).isEmpty()) {
            Files.writeString(map, wrong.get(0));
        }

        CommandRun run = run(command.replace(MAP, map.toString()));

        assertThat(run.exitCode()).as("%s", run).isEqualTo(ExitCode.FAILED.code());
        assertThat(run.results()).isEmpty();
        assertThat(run.messages().lines()).hasSize(1).first().asString().contains(map.toString());
        assertThat(run.messages()).contains(wrong.subList(1, wrong.size()));
        assertThat(run.messages())
                .as("the same as everywhere")
                .isEqualTo(run(COMMANDS.get(0).replace(MAP, map.toString())).messages());
        assertThat(home.resolve("data")).doesNotExist();
    }

    private CommandRun run(String line) {
        return CommandRun.of(
                Configuration.from(Map.of("FOMO_HOME", home.resolve("data").toString())), line.split(" "));
    }
}
