package ai.fomo.worker.feature;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.storage.feature.FeatureInventory;
import ai.fomo.storage.feature.FeatureRepairStore;
import ai.fomo.worker.command.CommandRun;
import ai.fomo.worker.configuration.Configuration;
import ai.fomo.worker.configuration.TestConfiguration;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import ai.fomo.worker.wiring.WorkerQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Retrainings whose features are damaged behind their back, through the commands that people use. */
@SuppressWarnings("NullAway.Init") // JUnit calls start first
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LostWhileTrainingIT {
    private static final List<String> GENRES = List.of("Jazz", "Techno", "Folk");
    private static final int IMAGES = 150;
    private static final String RETRAIN = "retrain --dataset own --json --epochs 2 --patience 2 --batch 16";

    @TempDir
    private static Path directory;

    private Configuration configuration;
    private Platform platform;
    private String run;
    private Sha256 dataset;
    private String model;

    @BeforeAll
    void start() throws IOException {
        configuration = TestConfiguration.of(directory.resolve("home"));
        platform = Platform.joinOrStart(
                configuration, new PlatformOptions(true, EnumSet.allOf(WorkerQueue.class)), sentence -> {});
        Path images = Files.createDirectories(directory.resolve("images"));
        StringBuilder csv = new StringBuilder("file,labels\n");
        for (int i = 0; i < IMAGES; i++) {
            Files.write(images.resolve(i + ".png"), FeatureServices.picture("trained " + i));
            csv.append(i).append(".png,").append(GENRES.get(i % 3)).append('\n');
        }
        Path labels = Files.writeString(directory.resolve("labels.csv"), csv);
        CommandRun imported =
                fomo("dataset import --name own --classes-from-labels --csv " + labels + " --images " + images);
        assertThat(imported.exitCode()).as("%s", imported).isZero();
        CommandRun trained = fomo(RETRAIN);
        assertThat(trained.exitCode()).as("%s", trained).isIn(0, 3);
        run = trained.json().at("/run").asText();
        dataset = new Sha256(trained.json().at("/dataset/digest").asText());
        model = trained.json().at("/model/digest").asText();
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    @Order(1)
    void aRetrainingWhoseShardIsDamagedHasItComputedAgainAndMakesTheSameModel() throws IOException {
        damageAllShards();

        CommandRun again = fomo(RETRAIN);

        assertThat(again.exitCode()).as("%s", again).isIn(0, 3);
        assertThat(again.json().at("/model/digest").asText()).isEqualTo(model);
        assertThat(again.messages()).contains("again, since some were lost");
        assertThat(repairs()).isEqualTo(1);
    }

    @Test
    @Order(2)
    void aReproductionWhoseShardIsDamagedHasItComputedAgainAndMakesTheSameModel() throws IOException {
        damageAllShards();

        CommandRun reproduced = fomo("reproduce " + run);

        assertThat(reproduced.exitCode()).as("%s", reproduced).isZero();
        assertThat(reproduced.results()).contains("the same model, to the byte: " + model);
        assertThat(repairs()).isEqualTo(2);
    }

    @Test
    @Order(3)
    void anEvaluationWhoseShardIsDamagedHasItComputedAgain() throws IOException {
        damageAllShards();

        CommandRun judged = fomo("evaluate --model 1 --again");

        assertThat(judged.exitCode()).as("%s", judged).isIn(0, 3);
        assertThat(repairs()).isEqualTo(3);
    }

    private EncoderId encoder() {
        return new FeatureInventory(platform.database().jdbi())
                .encoders(dataset)
                .get(0);
    }

    private int repairs() {
        return new FeatureRepairStore(platform.database().jdbi()).of(encoder()).size();
    }

    /** In S3, and on the local disk, where there would be nothing amiss otherwise. */
    private void damageAllShards() throws IOException {
        for (var shard : new FeatureInventory(platform.database().jdbi()).shards(encoder(), dataset)) {
            try (Stream<Path> files = Files.walk(directory.resolve("home"))) {
                List<Path> copies = files.filter(path ->
                                path.endsWith(Path.of("features", shard.shard().hex())))
                        .toList();
                assertThat(copies).isNotEmpty();
                for (Path copy : copies) {
                    byte[] content = Files.readAllBytes(copy);
                    content[content.length / 2] ^= 1;
                    Files.write(copy, content);
                }
            }
        }
    }

    private CommandRun fomo(String line) {
        return CommandRun.of(configuration, line.split(" "));
    }
}
