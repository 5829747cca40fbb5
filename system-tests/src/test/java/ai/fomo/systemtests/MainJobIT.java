package ai.fomo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.systemtests.harness.CommandResult;
import ai.fomo.systemtests.harness.FomoHome;
import ai.fomo.systemtests.harness.LabelledImages;
import ai.fomo.systemtests.harness.PlatformProcess;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A person's own images, from a CSV to genres, through the command line and real services. The order is the story's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobIT {
    private static final int IMAGES = 240;
    private static final List<String> FIGURES =
            List.of("mAP", "macroAuc", "macroF1", "microF1", "atLeastOne", "top1", "top2");

    private Path directory;
    private FomoHome fomo;
    private PlatformProcess up;
    private LabelledImages images;
    private JsonNode first = MissingNode.getInstance();
    private String poster = "";

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        directory = temporary;
        fomo = FomoHome.in(temporary);
        up = fomo.up();
        images = LabelledImages.draw(temporary.resolve("own"), IMAGES, 1);
        Files.writeString(images.images().resolve("broken.png"), "this is no image");
        Files.copy(images.image(0), images.images().resolve("copy.png"));
        Files.writeString(
                images.csv(), "broken.png,circles\nmissing.png,grids\ncopy.png,circles\n", StandardOpenOption.APPEND);
    }

    @AfterAll
    void stop() {
        fomo.close();
    }

    @Test
    @Order(1)
    void anImportTakesWhatIsGoodAndListsTheRest() {
        CommandResult result = fomo.run(
                "dataset",
                "import",
                "--name",
                "own",
                "--csv",
                images.csv().toString(),
                "--images",
                images.images().toString(),
                "--classes-from-labels",
                "--json");

        assertThat(result.exitCode()).as("%s", result).isZero();
        assertThat(result.json().at("/imported").asInt()).isEqualTo(IMAGES + 1);
        assertThat(result.json().at("/refused").findValuesAsText("file"))
                .containsExactlyInAnyOrder("broken.png", "missing.png");
        assertThat(result.json().at("/refused").findValuesAsText("line")).containsExactlyInAnyOrder("242", "243");
        assertThat(result.json().at("/copies/0/file").asText()).isEqualTo("copy.png");
        assertThat(result.json().at("/dataset/splits/train").asInt()).isPositive();
    }

    @Test
    @Order(2)
    void aRetrainingMakesAChampionThatBeatsTheConstants() {
        CommandResult result = fomo.run("retrain", "--dataset", "own", "--approve", "auto", "--json");

        assertThat(result.exitCode()).as("%s", result).isZero();
        first = result.json();
        assertThat(first.at("/run").asText()).isEqualTo("retrain-own-1");
        assertThat(first.at("/outcome").asText()).isEqualTo("PROMOTED");
        assertThat(first.at("/model/version").asInt()).isEqualTo(1);
        assertThat(first.at("/model/digest").asText()).matches("[0-9a-f]{64}");
        JsonNode splits = first.at("/dataset/splits");
        int kept = splits.at("/train").asInt()
                + splits.at("/validation").asInt()
                + splits.at("/test").asInt();
        // Some of the patterns look the same when they are drawn small, and count as copies.
        assertThat(kept).isBetween(IMAGES - 15, IMAGES);
        assertThat(first.at("/stages/features/images").asInt()).isEqualTo(kept);
        assertThat(first.at("/stages/train").isNumber()).isTrue();
        for (String figure : FIGURES) {
            assertThat(first.at("/figures/" + figure + "/value").isNumber())
                    .as(figure)
                    .isTrue();
            assertThat(first.at("/figures/" + figure + "/constant").isNumber())
                    .as(figure)
                    .isTrue();
        }
        assertThat(first.at("/figures/mAP/value").asDouble())
                .isGreaterThan(first.at("/figures/mAP/constant").asDouble() + 0.2);
    }

    @Test
    @Order(3)
    void theSameRetrainingComputesNoFeatureAgainAndMakesTheSameModel() {
        CommandResult result = fomo.run("retrain", "--dataset", "own", "--json");

        assertThat(result.exitCode()).as("%s", result).isZero();
        assertThat(result.json().at("/stages/features/computed").asInt()).isZero();
        assertThat(result.json().at("/model/digest")).isEqualTo(first.at("/model/digest"));
        assertThat(result.json().at("/dataset")).isEqualTo(first.at("/dataset"));
    }

    @Test
    @Order(4)
    void postersGetGenresWithConfidencesAndAScoreForEveryClass() {
        CommandResult result = fomo.run(
                "classify",
                "--json",
                images.image(0).toString(),
                images.image(1).toString());

        assertThat(result.exitCode()).as("%s", result).isZero();
        assertThat(result.json()).hasSize(2);
        JsonNode classified = result.json().get(0);
        assertThat(classified.at("/file").asText()).isEqualTo(images.image(0).toString());
        assertThat(classified.at("/poster").asText()).matches("[0-9a-f]{64}");
        poster = classified.at("/poster").asText();
        assertThat(classified.at("/genres")).isNotEmpty();
        assertThat(classified.at("/genres/0/confidence").asDouble()).isBetween(0.0, 1.0);
        assertThat(classified.at("/scores").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(LabelledImages.CLASSES);
        assertThat(classified.at("/model/version").asInt()).isEqualTo(2);
        assertThat(classified.at("/evidence/image").asBoolean()).isTrue();
    }

    @Test
    @Order(5)
    void aFileThatIsNoImageFailsAloneAndWithItsReason() {
        CommandResult result = fomo.run(
                "classify",
                "--json",
                images.images().resolve("broken.png").toString(),
                images.image(2).toString());

        assertThat(result.exitCode()).as("%s", result).isEqualTo(1);
        assertThat(result.json().at("/0/error").asText()).isNotBlank();
        assertThat(result.json().at("/1/genres")).isNotEmpty();
    }

    @Test
    @Order(6)
    void aPersonWhoSaysNoKeepsTheChampion() {
        PlatformProcess retrain =
                fomo.start("retrain", "--dataset", "own", "--seed", "2", "--approve", "person", "--json");
        retrain.waitForOutput("fomo reject", Duration.ofMinutes(2));

        CommandResult decision = fomo.run("reject", "retrain-own-3", "--by", "Ada", "--reason", "not today", "--json");
        assertThat(decision.exitCode()).as("%s", decision).isZero();

        assertThat(retrain.waitFor(Duration.ofMinutes(1))).isTrue();
        assertThat(retrain.exitCode()).isEqualTo(3);
        assertThat(retrain.standardOutput()).contains("REJECTED");
        CommandResult again = fomo.run("approve", "retrain-own-3", "--by", "Bob", "--reason", "too late");
        assertThat(sentenceOf(again, 1)).contains("retrain-own-3", "has ended", "REJECTED", "not today");
        assertThat(sentenceOf(fomo.run("reject", "retrain-own-99", "--by", "Bob", "--reason", "no"), 1))
                .contains("there is no run 'retrain-own-99'");
        assertThat(champion()).isEqualTo(2);
    }

    @Test
    @Order(7)
    void aRollbackBringsThePreviousChampionBack() {
        CommandResult result = fomo.run("rollback", "--by", "Ada", "--reason", "complaints", "--json");

        assertThat(result.exitCode()).as("%s", result).isZero();
        assertThat(champion()).isEqualTo(1);
    }

    @Test
    @Order(8)
    void whatWasRolledBackCanBePromotedByHandAndTheHistoryTellsIt() {
        CommandResult result = fomo.run("promote", "2", "--by", "Bob", "--reason", "complaints were wrong", "--json");
        assertThat(result.exitCode()).as("%s", result).isZero();
        assertThat(result.json().at("/number").asInt()).isEqualTo(4);
        assertThat(result.json().at("/workflow").asText()).isEqualTo("promote-1");

        CommandResult stale = fomo.run("promote", "previous", "--by", "Ada", "--reason", "no, they were right");
        assertThat(sentenceOf(stale, 3))
                .contains("model 1 is superseded", "model 2, the champion now", "fomo evaluate --model 1");
        assertThat(fomo.run("rollback", "--by", "Ada", "--reason", "no, they were right")
                        .exitCode())
                .isZero();

        JsonNode history = fomo.run("models", "--history", "--json").json();
        assertThat(history.findValuesAsText("number")).containsExactly("5", "4", "3", "2", "1");
        assertThat(history.findValuesAsText("model")).containsExactly("1", "2", "1", "2", "1");
        assertThat(history.findValuesAsText("by")).containsExactly("Ada", "Bob", "Ada", "auto", "auto");
        assertThat(history.findValuesAsText("workflowId"))
                .containsExactly("rollback-2", "promote-1", "rollback-1", "retrain-own-2", "retrain-own-1");
        assertThat(history.findValuesAsText("firstExecution"))
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    @Test
    @Order(9)
    void aPredictionLeadsToTheCoversItRestsOn() {
        CommandResult result = fomo.run("lineage", poster.substring(0, 12), "--json");

        assertThat(result.exitCode()).as("%s", result).isZero();
        JsonNode lineage = result.json();
        assertThat(lineage.at("/prediction/poster").asText()).isEqualTo(poster);
        assertThat(lineage.at("/models/0/digest")).isEqualTo(first.at("/model/digest"));
        assertThat(lineage.at("/run/run").asText()).isEqualTo("retrain-own-2");
        assertThat(lineage.at("/models/0/data/dataset/digest")).isEqualTo(first.at("/dataset/digest"));
        assertThat(lineage.at("/models/0/data/items"))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.at("/covers")).isNotEmpty());
        assertThat(sentenceOf(fomo.run("lineage", "nothing"), 1)).contains("'nothing' is no run");
    }

    @Test
    @Order(10)
    void whatMakesNoSenseGetsOneSentenceAndChangesNothing() throws IOException {
        assertThat(sentenceOf(fomo.run("retrain", "--dataset", "nobody"), 1))
                .contains("nobody")
                .contains("own");
        assertThat(sentenceOf(fomo.run("watch", "retrain-own-99"), 1)).contains("retrain-own-99");
        assertThat(sentenceOf(importOf("layout", "picture;genre\na.png;b\n"), 1))
                .contains("layout.csv");
        assertThat(sentenceOf(importOf("empty", "file,labels\nnowhere.png,circles\n"), 1))
                .contains("empty");
        assertThat(sentenceOf(importOf("class", "file,labels\nimage-0000.png,Tecno\n", "--ignore-nothing"), 2))
                .contains("--ignore-nothing");

        CommandResult datasets = fomo.run("dataset", "list", "--json");
        assertThat(datasets.json().findValuesAsText("name")).containsOnly("own");
    }

    @Test
    @Order(11)
    void anUnknownClassIsNamedWithTheNearestOne() throws IOException {
        Path csv = directory.resolve("classes.csv");
        Files.writeString(csv, "file,labels\nimage-0000.png,Techno\nimage-0001.png,Tecno\n");

        CommandResult result = fomo.run(
                "dataset",
                "import",
                "--name",
                "classes",
                "--csv",
                csv.toString(),
                "--images",
                images.images().toString());

        assertThat(sentenceOf(result, 1)).contains("line 3", "'Tecno'", "'Techno'");
    }

    @Test
    @Order(12)
    void everythingIsStillThereAfterARestart() {
        up.terminate();
        assertThat(up.waitFor(Duration.ofSeconds(60))).isTrue();
        assertThat(FomoHome.servicesOf(fomo.data())).isEmpty();

        up = fomo.up();

        assertThat(champion()).isEqualTo(1);
        CommandResult result = fomo.run("classify", "--json", images.image(3).toString());
        assertThat(result.exitCode()).as("%s", result).isZero();
    }

    private CommandResult importOf(String name, String content, String... more) throws IOException {
        Path csv = directory.resolve(name + ".csv");
        Files.writeString(csv, content);
        List<String> command = new java.util.ArrayList<>(List.of(
                "dataset",
                "import",
                "--name",
                name,
                "--csv",
                csv.toString(),
                "--images",
                images.images().toString(),
                "--classes-from-labels"));
        command.addAll(List.of(more));
        return fomo.run(command.toArray(String[]::new));
    }

    private int champion() {
        for (JsonNode model : fomo.run("models", "--json").json()) {
            if (model.at("/champion").asBoolean()) {
                return model.at("/version").asInt();
            }
        }
        throw new AssertionError("there is no champion");
    }

    private static String sentenceOf(CommandResult result, int exitCode) {
        assertThat(result.exitCode()).as("%s", result).isEqualTo(exitCode);
        assertThat(result.standardOutput()).isEmpty();
        assertThat(result.standardError()).doesNotContain("\tat ");
        return result.standardError();
    }
}
