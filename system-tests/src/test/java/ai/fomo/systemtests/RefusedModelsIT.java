package ai.fomo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.evaluation.Calibration;
import ai.fomo.domain.evaluation.ClassFrequencies;
import ai.fomo.domain.evaluation.DecisionRule;
import ai.fomo.learning.model.ModelFile;
import ai.fomo.learning.model.SafeTensors;
import ai.fomo.learning.model.Tensor;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.registry.ModelRow;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.storage.registry.RegisteredModel;
import ai.fomo.systemtests.harness.CommandResult;
import ai.fomo.systemtests.harness.FomoHome;
import ai.fomo.systemtests.harness.LabelledImages;
import ai.fomo.systemtests.harness.PlantedImages;
import ai.fomo.worker.configuration.Configuration;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Models that must never be promoted, made by the platform itself and judged by the policy that ships with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RefusedModelsIT {
    private static final int IMAGES = 240;

    private Path directory;
    private FomoHome fomo;

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
    void aModelTrainedOnShuffledLabelsIsRefused() throws IOException {
        LabelledImages images = LabelledImages.draw(directory.resolve("shuffled"), IMAGES, 3);
        List<String> rows = Files.readAllLines(images.csv());
        List<String> labels = new ArrayList<>(rows.subList(1, rows.size()).stream()
                .map(row -> row.substring(row.indexOf(',') + 1))
                .toList());
        Collections.shuffle(labels, new Random(4));
        StringBuilder csv = new StringBuilder(rows.get(0)).append('\n');
        for (int i = 0; i < labels.size(); i++) {
            String row = rows.get(i + 1);
            csv.append(row, 0, row.indexOf(',') + 1).append(labels.get(i)).append('\n');
        }
        Files.writeString(images.csv(), csv);
        importOf("shuffled", images.csv(), images.images());

        JsonNode run = refused("shuffled");

        assertThat(refusingRules(run.at("/gate"))).contains("better-than-chance");
        assertThat(run.at("/explanation").asText()).contains("AUC");
    }

    @Test
    @Order(2)
    void aModelTrainedOnItsOwnTestSetIsRefusedHoweverGoodItLooks() {
        PlantedImages images = new PlantedImages(directory.resolve("seen"));
        for (int i = 0; i < 120; i++) {
            String split = i % 4 == 0 ? "test" : i % 4 == 1 ? "validation" : "train";
            String genre = i / 4 % 2 == 0 ? "ambient" : "techno";
            String file = "cover-%03d.png".formatted(i);
            images.cover(file, 9_000 + i, genre, "painter " + i, split);
            if (split.equals("test")) {
                images.resized(file, "seen-" + file, 0.7, genre, "copier " + i, "train");
            }
        }
        importOf("seen", images.csv(), images.images());

        JsonNode run = refused("seen");

        assertThat(refusingRules(run.at("/gate"))).contains("no-training-overlap");
        assertThat(run.at("/findings").toString()).contains("copies of 30 others");
    }

    /** Beside what the shuffled run's dataset says: the share of each class, whatever the image. */
    @Test
    @Order(3)
    void aConstantPredictorIsRefused() {
        int version = registerConstant();

        CommandResult judged = fomo.run("evaluate", "--model", String.valueOf(version), "--again", "--json");

        assertThat(judged.exitCode()).as("%s", judged).isZero();
        assertThat(judged.json().at("/evaluation/test/figures/macroAuc/value").asDouble())
                .isEqualTo(0.5);
        assertThat(refusingRules(judged.json().at("/gate"))).contains("better-than-chance", "minimum-lift");
        CommandResult promoted =
                fomo.run("promote", String.valueOf(version), "--by", "Ada", "--reason", "it names what is popular");
        assertThat(promoted.exitCode()).as("%s", promoted).isEqualTo(3);
        assertThat(fomo.run("models", "--history", "--json").json()).isEmpty();
    }

    @Test
    @Order(4)
    void aModelCannotBeJudgedOnOtherClasses() {
        CommandResult judged = fomo.run("evaluate", "--model", "1", "--dataset", "seen");

        assertThat(judged.exitCode()).as("%s", judged).isEqualTo(1);
        assertThat(judged.standardError()).contains("ambient, techno", "circles, crosses");
        assertThat(judged.standardError()).doesNotContain("\tat ");
    }

    @Test
    @Order(5)
    void aDecisionCanBeMadeAgainFromItsRecordAndByAnotherPolicy() throws IOException {
        CommandResult replayed = fomo.run("gate", "replay", "retrain-shuffled-1", "--json");
        assertThat(replayed.exitCode()).as("%s", replayed).isZero();

        Path lenient = directory.resolve("lenient.yaml");
        Files.writeString(lenient, """
                version: 7
                rules:
                  - rule: minimum-support
                    items: 1
                    groups: 1
                    itemsPerGenre: 1
                  - rule: minimum-lift
                    measure: mAP
                    lift: 0.01
                """);
        CommandResult other = fomo.run("gate", "replay", "retrain-seen-1", "--policy", lenient.toString(), "--json");
        assertThat(other.exitCode()).as("%s", other).isZero();

        Files.writeString(lenient, """
                version: 7
                rules:
                  - rule: minimum-lift
                    measure: mAPP
                    lift: 0.01
                """);
        CommandResult unknown = fomo.run("gate", "replay", "retrain-seen-1", "--policy", lenient.toString());
        assertThat(unknown.exitCode()).as("%s", unknown).isNotZero();
        assertThat(unknown.standardError()).contains("mAPP", "mAP").doesNotContain("\tat ");
    }

    @Test
    @Order(6)
    void whatWasJudgedCanBeReadComparedAndTakenElsewhere() throws IOException {
        Path page = directory.resolve("report.html");
        CommandResult report = fomo.run("report", "retrain-seen-1", "--output", page.toString());
        assertThat(report.exitCode()).as("%s", report).isZero();
        assertThat(Files.readString(page)).contains("no-training-overlap").doesNotContain("<script");

        CommandResult compared = fomo.run("compare", "retrain-shuffled-1", "retrain-shuffled-1", "--json");
        assertThat(compared.exitCode()).as("%s", compared).isZero();
        assertThat(compared.json().at("/comparison/measures/mAP/gain/value").asDouble())
                .isZero();
        CommandResult different = fomo.run("compare", "retrain-shuffled-1", "retrain-seen-1");
        assertThat(different.exitCode()).as("%s", different).isEqualTo(1);
        assertThat(different.standardError()).contains("different classes");

        Path onnx = directory.resolve("model.onnx");
        CommandResult exported = fomo.run("model", "export", "--model", "1", "--onnx", onnx.toString(), "--json");
        assertThat(exported.exitCode()).as("%s", exported).isZero();
        assertThat(onnx).isNotEmptyFile();
    }

    private int registerConstant() {
        Map<String, String> environment = new HashMap<>(fomo.environment());
        // Java's own answer to where programs are: nothing but the configuration reads the environment.
        environment.put("PATH", new ProcessBuilder().environment().getOrDefault("PATH", "/usr/bin:/bin"));
        try (Platform platform = Platform.joinOrStart(
                Configuration.from(environment), PlatformOptions.withoutWorker(), sentence -> {})) {
            ModelStore models = new ModelStore(platform.database().jdbi());
            DatasetStore datasets = new DatasetStore(platform.database().jdbi());
            ModelRow trained = models.list().stream()
                    .filter(row -> row.model().run().equals(new RunId("retrain-shuffled-1")))
                    .findFirst()
                    .orElseThrow();
            RegisteredModel like = trained.model();
            Dataset dataset = datasets.find(like.dataset()).orElseThrow();
            ModelFile learned = ModelFile.parse(
                    platform.blobs().get(BlobKind.MODELS, trained.version().digest()));
            byte[] constant = constant(
                            learned, ClassFrequencies.ofTraining(dataset.classes(), datasets.items(dataset.digest())))
                    .toBytes();
            Sha256 digest = platform.blobs().put(BlobKind.MODELS, constant);
            return models.register(new RegisteredModel(
                            digest,
                            like.run(),
                            like.dataset(),
                            like.encoder(),
                            like.taxonomy(),
                            like.codeVersion(),
                            like.jdk(),
                            like.backend()))
                    .version();
        }
    }

    /** Weights of 0, and a bias for each class's share of the training images. */
    private static ModelFile constant(ModelFile like, ClassFrequencies training) {
        int classes = like.classes().size();
        int features = like.encoder().dimension();
        float[] bias = new float[classes];
        float[] ones = new float[features];
        Arrays.fill(ones, 1);
        for (int c = 0; c < classes; c++) {
            double share = (double) training.counts().get(c) / training.items();
            bias[c] = (float) Math.log(share / (1 - share));
        }
        SafeTensors head = SafeTensors.of(
                Map.of("format", "fomo-head/1"),
                Map.of(
                        "standardise.mean", Tensor.vector(new float[features]),
                        "standardise.deviation", Tensor.vector(ones),
                        "layer.0.weight", Tensor.matrix(features, classes, new float[features * classes]),
                        "layer.0.bias", Tensor.vector(bias)));
        return new ModelFile(
                like.encoder(),
                like.classes(),
                Calibration.identity(classes),
                new DecisionRule(Collections.nCopies(classes, 0.5)),
                like.configuration(),
                head);
    }

    private void importOf(String name, Path csv, Path images) {
        CommandResult result = fomo.run(
                "dataset",
                "import",
                "--name",
                name,
                "--csv",
                csv.toString(),
                "--images",
                images.toString(),
                "--classes-from-labels",
                "--json");
        assertThat(result.exitCode()).as("%s", result).isZero();
    }

    private JsonNode refused(String dataset) {
        CommandResult result = fomo.run("retrain", "--dataset", dataset, "--batch", "32", "--json");
        assertThat(result.exitCode()).as("%s", result).isEqualTo(3);
        assertThat(result.json().at("/outcome").asText()).isEqualTo("REFUSED");
        return result.json();
    }

    private static List<String> refusingRules(JsonNode gate) {
        List<String> rules = new ArrayList<>();
        for (JsonNode verdict : gate.at("/verdicts")) {
            if (!verdict.at("/passed").asBoolean()) {
                rules.add(verdict.at("/rule").asText());
            }
        }
        return rules;
    }
}
