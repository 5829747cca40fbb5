package ai.fomo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.systemtests.harness.CommandResult;
import ai.fomo.systemtests.harness.FomoHome;
import ai.fomo.systemtests.harness.PlantedImages;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A set with every fault that was planted in it, from its import to its export and back, over real services. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DatasetsIT {
    private static final int COVERS = 200;
    private static final int ARTISTS = 50;
    private static final List<String> GENRES = List.of("ambient", "bebop", "cumbia", "dub");

    /** What a CSV can get wrong. */
    private static final String DIFFICULT_NAME = "Earth, \"Wind\"\n& Fire";

    private Path directory;
    private FomoHome fomo;
    private JsonNode planted = MissingNode.getInstance();
    private JsonNode fifth = MissingNode.getInstance();

    @BeforeAll
    void start(@TempDir Path temporary) {
        directory = temporary;
        fomo = FomoHome.in(temporary);
        fomo.up();
    }

    @AfterAll
    void stop() {
        fomo.close();
    }

    @Test
    @Order(1)
    void anImportBuildsADatasetWithoutItsPlantedFaults() {
        PlantedImages images = new PlantedImages(directory.resolve("planted"));
        for (int i = 0; i < COVERS; i++) {
            images.cover(name(i), i, GENRES.get(i % 4), artist(i), "");
        }
        images.copy(name(0), "copy.png", "ambient|dub", artist(1), "")
                .resized(name(5), "small.png", 0.5, "bebop", artist(6), "")
                .resized(name(10), "large.jpg", 1.5, "cumbia", artist(11), "")
                .mirrored(name(15), "mirrored.png", "dub", artist(17), "")
                .copy(name(20), "contradiction.png", "bebop", artist(20), "")
                .mirrored(name(25), "contradiction-mirrored.png", "dub", artist(26), "");
        for (int i = 0; i < 30; i++) {
            images.cover("various-" + i + ".png", 1_000 + i, GENRES.get(i % 4), "Various Artists", "");
        }

        CommandResult result = importOf("planted", images, "--json");

        assertThat(result.exitCode()).as("%s", result).isZero();
        planted = result.json().at("/dataset");
        assertThat(result.json().at("/copies").findValuesAsText("file"))
                .containsExactlyInAnyOrder("copy.png", "contradiction.png");
        // Three pictures were there twice; two contradict each other, one of them in two different images.
        assertThat(exclusions(planted, "copy")).isEqualTo(3);
        assertThat(exclusions(planted, "contradictory-labels")).isEqualTo(3);
        assertThat(images(planted)).isEqualTo(COVERS + 30 - 2);
        assertThat(remaining(planted)).isZero();
    }

    @Test
    @Order(2)
    void whatIsShownIsWhatWasBuiltAndThePageHoldsIt() throws IOException {
        Path page = directory.resolve("planted.html");
        CommandResult result = fomo.run("dataset", "show", "planted", "--html", page.toString(), "--json");

        assertThat(result.exitCode()).as("%s", result).isZero();
        assertThat(result.json()).isEqualTo(planted);
        String html = Files.readString(page);
        assertThat(html)
                .contains(planted.at("/digest").asText(), "data:image/jpeg;base64,")
                .doesNotContain("<script", "http:", "https:");
        assertThat(html.length()).isLessThan(2_000_000);
        assertThat(fomo.run("dataset", "show", digest(planted).substring(0, 6)).standardOutput())
                .contains("ambient", "left out because", "contradictory-labels");
    }

    @Test
    @Order(3)
    void nothingIsWrongWithAFreshDataset() {
        CommandResult result = fomo.run("dataset", "verify", "planted", "--json");

        assertThat(result.exitCode()).as("%s", result).isZero();
        assertThat(result.json().findValuesAsText("verdict")).containsOnly("OK");
        assertThat(result.json().findValuesAsText("name"))
                .containsExactly("manifest", "rows", "counts", "images", "groups", "copies");
    }

    @Test
    @Order(4)
    void theSmallerSubsetIsInTheLargerOneAndTestStaysWhole() throws IOException {
        fifth = build("planted", "--subset", "20%");
        JsonNode half = build("planted", "--subset", "0.5");

        assertThat(fifth.at("/splits/test")).isEqualTo(planted.at("/splits/test"));
        assertThat(half.at("/splits/test")).isEqualTo(planted.at("/splits/test"));
        Set<String> small = exported(fifth, "fifth");
        Set<String> large = exported(half, "half");
        assertThat(large).containsAll(small).hasSizeGreaterThan(small.size());

        JsonNode list = fomo.run("dataset", "list", "--json").json();
        assertThat(list.findValuesAsText("size")).containsExactlyInAnyOrder("20 %", "50 %");
        assertThat(build("planted").at("/digest")).isEqualTo(planted.at("/digest"));
    }

    @Test
    @Order(5)
    void anExportOfASubsetComesBackWithTheSameDigest() {
        Path export = directory.resolve("fifth");
        CommandResult again = fomo.run(
                "dataset",
                "import",
                "--name",
                "again",
                "--csv",
                export.resolve("labels.csv").toString(),
                "--images",
                export.resolve("images").toString(),
                "--classes-from-labels",
                "--rare-classes",
                "keep",
                "--json");

        assertThat(again.exitCode()).as("%s", again).isZero();
        assertThat(again.json().at("/dataset/digest")).isEqualTo(fifth.at("/digest"));
        assertThat(fomo.run("dataset", "export", "again", "--to", export.toString())
                        .standardError())
                .contains("is not empty");
    }

    @Test
    @Order(6)
    void aDifferenceIsCountedAndIsNoFailure() {
        CommandResult result = fomo.run("dataset", "diff", digest(fifth).substring(0, 8), "planted", "--json");

        assertThat(result.exitCode()).as("%s", result).isZero();
        JsonNode diff = result.json();
        assertThat(diff.at("/same").asInt() + diff.at("/added/images").asInt()).isEqualTo(images(planted));
        assertThat(diff.at("/removed/images").asInt()).isZero();
        assertThat(diff.at("/moved/images").asInt()).isZero();
        assertThat(diff.at("/drift/distance").asDouble()).isBetween(0.0, 0.5);
    }

    @Test
    @Order(7)
    void aGivenSplitIsKeptAndItsLeaksAreNamed() {
        PlantedImages images = new PlantedImages(directory.resolve("given"));
        for (int i = 0; i < 60; i++) {
            String split = i % 3 == 0 ? "test" : i % 3 == 1 ? "validation" : "train";
            images.cover(name(i), 5_000 + i, GENRES.get(i / 3 % 2), "painter " + i, split);
        }
        images.cover("both-1.png", 6_000, "ambient", DIFFICULT_NAME + " II", "train")
                .cover("both-2.png", 6_001, "ambient", DIFFICULT_NAME + " II", "test")
                .resized(name(0), "again.png", 0.6, "ambient", "somebody else", "train");

        CommandResult result = importOf("given", images, "--json");

        assertThat(result.exitCode()).as("%s", result).isZero();
        JsonNode dataset = result.json().at("/dataset");
        assertThat(dataset.at("/splits/test").asInt()).isEqualTo(21);
        // The picture is in two splits, once in each, and so are the three groups.
        assertThat(remaining(dataset)).isEqualTo(5);
        assertThat(dataset.at("/leaks").findValuesAsText("subject"))
                .contains(DIFFICULT_NAME + " II", "painter 0", "somebody else");

        CommandResult verified = fomo.run("dataset", "verify", "given", "--json");
        assertThat(verified.exitCode()).as("%s", verified).isZero();
        assertThat(verified.json().findValuesAsText("verdict"))
                .containsExactly("OK", "OK", "OK", "OK", "WARNING", "WARNING");

        JsonNode exported = fomo.run(
                        "dataset",
                        "export",
                        "given",
                        "--to",
                        directory.resolve("given-export").toString(),
                        "--json")
                .json();
        List<String> command = new ArrayList<>();
        exported.at("/importCommand").forEach(word -> command.add(word.asText()));
        command.add("--json");
        CommandResult again = fomo.run(command.toArray(String[]::new));
        assertThat(again.json().at("/dataset/digest")).as("%s", again).isEqualTo(dataset.at("/digest"));
    }

    @Tag("long")
    @Test
    @Order(8)
    void whatCannotBeBuiltIsSaidInOneSentenceAndTheImportStands() {
        PlantedImages images = new PlantedImages(directory.resolve("rare"));
        for (int i = 0; i < 60; i++) {
            images.cover(name(i), 7_000 + i, i == 0 ? "lonely" : GENRES.get(i % 2), "sculptor " + i / 2, "");
        }
        CommandResult imported = importOf("rare", images, "--json");

        assertThat(imported.exitCode()).as("%s", imported).isZero();
        assertThat(imported.json().at("/notBuilt").asText()).contains("lonely");
        CommandResult shown = fomo.run("dataset", "show", "rare");
        assertThat(shown.exitCode()).isEqualTo(1);
        assertThat(shown.standardError()).contains("fomo dataset build rare");
        assertThat(build("rare", "--rare-classes", "drop").at("/classes").findValuesAsText("name"))
                .containsExactly("ambient", "bebop");

        PlantedImages large = new PlantedImages(directory.resolve("large"));
        for (int i = 0; i < 40; i++) {
            large.cover(name(i), 8_000 + i, GENRES.get(i % 2), i < 36 ? "The Giants" : "dancer " + i, "");
        }
        assertThat(importOf("large", large, "--json").json().at("/notBuilt").asText())
                .contains("The Giants");

        CommandResult tooMany = fomo.run("dataset", "build", "planted", "--subset", "100000");
        assertThat(tooMany.exitCode()).isEqualTo(1);
        assertThat(tooMany.standardError()).contains("100").doesNotContain("\tat ");
    }

    @Test
    @Order(9)
    void damageIsFoundAndNamed() throws Exception {
        List<Path> stored = covers();
        Files.writeString(stored.get(0), "this is no image");
        Files.delete(stored.get(1));
        tamper(stored.get(2).getFileName().toString());

        CommandResult result = fomo.run("dataset", "verify", "planted", "--json");

        assertThat(result.exitCode()).as("%s", result).isEqualTo(1);
        assertThat(check(result, "manifest").at("/verdict").asText()).isEqualTo("OK");
        assertThat(check(result, "rows").at("/found").asText())
                .contains(stored.get(2).getFileName().toString());
        assertThat(check(result, "rows").at("/advice").asText()).isNotBlank();
        assertThat(check(result, "images").at("/found").asText())
                .contains("1 are missing: " + stored.get(1).getFileName())
                .contains("1 are damaged: " + stored.get(0).getFileName());
        JsonNode quick = check(fomo.run("dataset", "verify", "planted", "--quick", "--json"), "images");
        assertThat(quick.at("/found").asText()).contains("missing").doesNotContain("damaged");
        assertThat(fomo.run(
                                "dataset",
                                "export",
                                "planted",
                                "--to",
                                directory.resolve("broken").toString())
                        .exitCode())
                .isEqualTo(1);
        assertThat(directory.resolve("broken")).doesNotExist();
    }

    private static String name(int number) {
        return "cover-%03d.png".formatted(number);
    }

    private static String artist(int number) {
        return number % ARTISTS == 0 ? DIFFICULT_NAME : "artist " + number % ARTISTS;
    }

    private CommandResult importOf(String name, PlantedImages images, String... more) {
        List<String> command = new ArrayList<>(List.of(
                "dataset",
                "import",
                "--name",
                name,
                "--csv",
                images.csv().toString(),
                "--images",
                images.images().toString(),
                "--classes-from-labels"));
        command.addAll(List.of(more));
        return fomo.run(command.toArray(String[]::new));
    }

    private JsonNode build(String name, String... options) {
        List<String> command = new ArrayList<>(List.of("dataset", "build", name, "--json"));
        command.addAll(List.of(options));
        CommandResult result = fomo.run(command.toArray(String[]::new));
        assertThat(result.exitCode()).as("%s", result).isZero();
        return result.json();
    }

    /** Names of the images that an export holds. */
    private Set<String> exported(JsonNode dataset, String name) throws IOException {
        CommandResult result = fomo.run(
                "dataset",
                "export",
                digest(dataset).substring(0, 12),
                "--to",
                directory.resolve(name).toString());
        assertThat(result.exitCode()).as("%s", result).isZero();
        try (Stream<Path> files = Files.list(directory.resolve(name).resolve("images"))) {
            return new TreeSet<>(
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    /** Covers of the planted set as the embedded S3 server keeps them. */
    private List<Path> covers() throws IOException {
        Set<String> wanted = new TreeSet<>();
        try (Stream<Path> files = Files.list(directory.resolve("fifth").resolve("images"))) {
            files.forEach(file -> wanted.add(file.getFileName().toString().substring(0, 64)));
        }
        try (Stream<Path> files = Files.walk(fomo.data())) {
            return files.filter(file -> wanted.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    /** What no application does: the row of an image gets another split. */
    private void tamper(String image) throws Exception {
        JsonNode services = new ObjectMapper().readTree(fomo.runningServices().toFile());
        JsonNode postgres = services.at("/postgres");
        try (Connection connection = DriverManager.getConnection(
                        postgres.at("/jdbcUrl").asText(),
                        postgres.at("/user").asText(),
                        postgres.at("/password").asText());
                Statement statement = connection.createStatement()) {
            statement.execute("alter table dataset_item disable trigger append_only");
            statement.executeUpdate("update dataset_item set item_group = 'nobody' where image = '" + image + "'");
            statement.execute("alter table dataset_item enable trigger append_only");
        }
    }

    private static JsonNode check(CommandResult result, String name) {
        for (JsonNode check : result.json()) {
            if (check.at("/name").asText().equals(name)) {
                return check;
            }
        }
        throw new AssertionError("there is no check '" + name + "' in " + result);
    }

    private static String digest(JsonNode dataset) {
        return dataset.at("/digest").asText();
    }

    private static int images(JsonNode dataset) {
        return dataset.at("/splits/train").asInt()
                + dataset.at("/splits/validation").asInt()
                + dataset.at("/splits/test").asInt();
    }

    private static int remaining(JsonNode dataset) {
        int remaining = 0;
        for (JsonNode leak : dataset.at("/leaks")) {
            remaining += leak.at("/remaining").asInt();
        }
        return remaining;
    }

    private static int exclusions(JsonNode dataset, String reason) {
        for (JsonNode exclusion : dataset.at("/exclusions")) {
            if (exclusion.at("/reason").asText().equals(reason)) {
                return exclusion.at("/images").asInt();
            }
        }
        return 0;
    }
}
