package ai.fomo.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.RunId;
import ai.fomo.domain.training.Checkpoint;
import ai.fomo.domain.training.EpochMetric;
import ai.fomo.domain.training.Position;
import ai.fomo.domain.training.TrainingAttempt;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.storage.registry.RegisteredModel;
import ai.fomo.storage.training.CheckpointStore;
import ai.fomo.storage.training.EpochMetricStore;
import ai.fomo.storage.training.RunRow;
import ai.fomo.storage.training.RunStore;
import ai.fomo.storage.training.TrainingAttemptStore;
import ai.fomo.worker.configuration.Configuration;
import ai.fomo.worker.configuration.TestConfiguration;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import ai.fomo.worker.wiring.WorkerQueue;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that are stopped on the way, and go on, through the commands that people use. */
@SuppressWarnings("NullAway.Init") // JUnit calls start first
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterruptedRunsIT {
    private static final List<String> GENRES = List.of("Jazz", "Techno", "Folk");
    private static final int IMAGES = 150;

    /** Long enough to be interrupted twice: an activity hears of a cancellation within 5 seconds. */
    private static final String LONG = "--epochs 30 --patience 30 --batch 16 --checkpoint-steps 1 --learning-rate 1e-5";

    @TempDir
    private static Path directory;

    private Configuration configuration;
    private Platform platform;
    private Jdbi jdbi;

    /** A platform on which somebody else has to train. */
    @BeforeAll
    void start() throws IOException {
        configuration = TestConfiguration.of(directory.resolve("home"));
        Set<WorkerQueue> others = EnumSet.complementOf(EnumSet.of(WorkerQueue.TRAINING));
        platform = Platform.joinOrStart(configuration, new PlatformOptions(true, others), sentence -> {});
        jdbi = platform.database().jdbi();
        Path csv = draw(directory.resolve("images"));
        CommandRun imported = fomo("dataset import --name own --classes-from-labels --csv " + csv + " --images "
                + directory.resolve("images"));
        assertThat(imported.exitCode()).as("%s", imported).isZero();
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    @SuppressWarnings("try") // a trainer only has to be there
    void aTrainingThatIsStoppedHandedOverAndCancelledEndsInTheModelOfOneThatWasNot() throws IOException {
        RunId run;
        Position handedOver;
        try (Platform first = trainer()) {
            CommandRun started = fomo("retrain --dataset own --json --no-wait " + LONG);
            assertThat(started.exitCode()).as("%s", started).isZero();
            run = run(started);
            assertThat(started.messages()).contains("fomo cancel " + run);
            await(() -> epochs(run) >= 3);
            assertThat(fomo("resume " + run).messages()).contains("has not ended; follow it with: fomo watch");
        }
        handedOver = furthest(run);
        assertThat(handedOver.epochs()).isGreaterThanOrEqualTo(3);

        Position cancelled;
        try (Platform second = trainer()) {
            await(() -> epochs(run) >= handedOver.epochs() + 3);
            CommandRun stopped = fomo("cancel " + run + " --json");
            assertThat(stopped.exitCode()).as("%s", stopped).isZero();
            cancelled = furthest(run);
            assertThat(stopped.json().at("/explanation").asText()).isEqualTo("cancelled at train");
            assertThat(stopped.json().at("/checkpoint/epochs").asInt()).isEqualTo(cancelled.epochs());
            assertThat(row(run).outcome()).isEqualTo("CANCELLED");
            assertThat(epochs(run)).as("it was cancelled in the middle").isEqualTo(cancelled.epochs());

            CommandRun watched = fomo("watch " + run);
            assertThat(watched.exitCode()).isEqualTo(1);
            assertThat(watched.messages())
                    .contains("goes on behind " + cancelled.inWords() + " with: fomo resume " + run);
            assertThat(fomo("cancel " + run).messages()).contains("has ended already: CANCELLED");

            assertThat(fomo("resume --no-wait " + run).exitCode()).isZero();
            assertThat(fomo("runs").results()).containsPattern(run + ".*running");
            CommandRun resumed = fomo("watch " + run + " --json");
            assertThat(resumed.exitCode()).as("%s", resumed).isIn(0, 3);
            assertThat(resumed.messages()).contains("goes on behind " + cancelled.inWords());
            assertThat(row(run).firstExecution()).isNotBlank();
            assertThat(row(run).outcome())
                    .isEqualTo(resumed.json().at("/outcome").asText());
            // A worker that is stopping may be given the training once more, and stops it again where it is.
            assertThat(new TrainingAttemptStore(jdbi).of(run))
                    .extracting(TrainingAttempt::resumedFrom)
                    .as("nothing is trained twice but the step in hand")
                    .startsWith((Position) null)
                    .containsSubsequence(handedOver, cancelled)
                    .endsWith(cancelled);

            CommandRun undisturbed = fomo("retrain --dataset own --json " + LONG);
            assertThat(undisturbed.json().at("/model/digest"))
                    .as("%s", undisturbed)
                    .isEqualTo(resumed.json().at("/model/digest"));
            assertThat(undisturbed.json().at("/epochs")).hasSize(30);
            assertThat(new EpochMetricStore(jdbi).of(run))
                    .extracting(EpochMetric::trainingLoss)
                    .isEqualTo(new EpochMetricStore(jdbi)
                            .of(run(undisturbed)).stream()
                                    .map(EpochMetric::trainingLoss)
                                    .toList());
            assertThat(fomo("resume " + run).messages())
                    .contains("run " + run + " is done", row(run).outcome(), "fomo retrain --dataset own");
        }
    }

    @Test
    @SuppressWarnings("try") // a trainer only has to be there
    void aRunIsReproducedToTheByteAndWhatDiffersIsNamed() throws IOException {
        try (Platform trainer = trainer()) {
            RunId run = run(fomo("retrain --dataset own --json --views mirror --batch 16 --epochs 3 --patience 3"));

            CommandRun same = fomo("reproduce " + run);
            assertThat(same.exitCode()).as("%s", same).isZero();
            assertThat(same.results().strip())
                    .isEqualTo(run + " and reproduce-" + run + "-1: the same model, to the byte: " + model(run)
                            + "; 3 epochs alike");
            RunId reproduction = new RunId("reproduce-" + run + "-1");
            assertThat(row(reproduction).outcome()).isEqualTo("SAME");
            assertThat(new CheckpointStore(jdbi).newestFirst(reproduction)).isEmpty();
            assertThat(fomo("watch " + reproduction + " --json")
                            .json()
                            .at("/outcome")
                            .asText())
                    .isEqualTo("SAME");
            assertThat(fomo("reproduce " + reproduction).messages()).contains("has made no model");
            assertThat(fomo("lineage " + run).results()).contains("from the beginning, by", "of mirrored images");

            CommandRun different = fomo("reproduce " + mistaken(run) + " --json");
            assertThat(different.exitCode()).as("%s", different).isEqualTo(1);
            assertThat(different.json().at("/differences/0/what").asText()).isEqualTo("model");
            assertThat(different.json().at("/differences/0/original").asText()).isEqualTo(model(run));
            assertThat(different.json().at("/differences/1/what").asText()).isEqualTo("epoch 1, training loss");
            assertThat(different.json().at("/madeBy")).isEmpty();
        }
    }

    @Test
    @SuppressWarnings("try") // a trainer only has to be there
    void aDivergedTrainingIsDoneAndAFailedOneFailsAgain() throws IOException {
        try (Platform trainer = trainer()) {
            RunId diverged = run(fomo("retrain --dataset own --json --batch 16 --learning-rate 1e30"));
            assertThat(row(diverged).explanation()).contains("diverged");
            assertThat(fomo("resume " + diverged).messages()).contains("is done and would end so again");
            assertThat(fomo("reproduce " + diverged).messages()).contains("has made no model", "diverged");

            CommandRun large = fomo("retrain --dataset own --batch 121");
            assertThat(large.exitCode()).isEqualTo(1);
            assertThat(large.messages() + large.results())
                    .contains("larger than the 120 training images", "--batch 120")
                    .doesNotContain("fomo resume");

            fomo("retrain --dataset own --batch 32 --hidden 2000000,2000000");
            RunId failed = new RunStore(jdbi).list(1).get(0).run();
            assertThat(row(failed).outcome()).isEqualTo("FAILED");
            CommandRun again = fomo("resume " + failed);
            assertThat(again.exitCode()).isEqualTo(1);
            assertThat(again.messages()).contains("goes on", "no batch fits");
            assertThat(row(failed).outcome()).isEqualTo("FAILED");
        }
    }

    /** A run whose record says another seed than what its model was trained with. */
    private RunId mistaken(RunId run) {
        RunId mistaken = new RunId("retrain-mistaken-1");
        RunRow row = row(run);
        TrainingConfiguration c = row.configuration();
        TrainingConfiguration seeded = new TrainingConfiguration(
                c.preset(),
                c.network(),
                c.hiddenUnits(),
                c.dropout(),
                c.learningRate(),
                c.schedule(),
                c.weightDecay(),
                c.loss(),
                c.views(),
                c.batch(),
                c.epochs(),
                c.patience(),
                c.checkpointSteps(),
                c.seed() + 1);
        new RunStore(jdbi).start(mistaken, "execution", row.dataset(), seeded);
        new EpochMetricStore(jdbi).of(run).forEach(epoch -> new EpochMetricStore(jdbi).record(mistaken, epoch));
        for (TrainingAttempt a : new TrainingAttemptStore(jdbi).of(run)) {
            new TrainingAttemptStore(jdbi)
                    .record(new TrainingAttempt(
                            mistaken,
                            a.features(),
                            a.mirrored(),
                            a.codeVersion(),
                            a.jdk(),
                            a.backend(),
                            a.resumedFrom(),
                            a.passedOver()));
        }
        RegisteredModel m = new ModelStore(jdbi).ofRun(run).get(0).model();
        new ModelStore(jdbi)
                .register(new RegisteredModel(
                        m.digest(),
                        mistaken,
                        m.dataset(),
                        m.encoder(),
                        m.taxonomy(),
                        m.codeVersion(),
                        m.jdk(),
                        m.backend()));
        return mistaken;
    }

    @Test
    void aRunThatIsNoneIsToldWhichAre() {
        assertThat(fomo("resume retrain-own-99").messages()).contains("there is no run 'retrain-own-99'");
        assertThat(fomo("cancel retrain-own-99").messages()).contains("there is no run 'retrain-own-99'");
    }

    @Test
    void anEncoderWithoutWeightsIsRefusedBeforeARunIsStarted() {
        CommandRun refused = fomo("retrain --dataset own --preset prototype");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.messages()).contains("encoder vgg16 has no weights here yet: fomo weights fetch vgg16");
        assertThat(refused.messages()).doesNotContain("run retrain-");
    }

    private Platform trainer() {
        Platform trainer = Platform.joinOrStart(configuration, PlatformOptions.withoutWorker(), sentence -> {});
        trainer.startWorker(Set.of(WorkerQueue.TRAINING));
        return trainer;
    }

    private static RunId run(CommandRun result) throws IOException {
        return new RunId(result.json().at("/run").asText());
    }

    private String model(RunId run) {
        return new ModelStore(jdbi).ofRun(run).get(0).model().digest().hex();
    }

    private int epochs(RunId run) {
        return new EpochMetricStore(jdbi).of(run).size();
    }

    private Position furthest(RunId run) {
        return new CheckpointStore(jdbi)
                .newestFirst(run).stream().map(Checkpoint::position).findFirst().orElseThrow();
    }

    private RunRow row(RunId run) {
        return new RunStore(jdbi).find(run).orElseThrow();
    }

    private CommandRun fomo(String line) {
        return CommandRun.of(configuration, line.split(" "));
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("it did not come to that").isBefore(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
    }

    /** Each genre has its colour, more or less. @return the CSV of the labels */
    private static Path draw(Path images) throws IOException {
        Files.createDirectories(images);
        Random random = new Random(7);
        List<String> rows = new ArrayList<>(List.of("file,labels"));
        for (int i = 0; i < IMAGES; i++) {
            int genre = i % GENRES.size();
            BufferedImage image = new BufferedImage(96, 96, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            for (int spot = 0; spot < 40; spot++) {
                graphics.setColor(
                        Color.getHSBColor(genre / 3f + random.nextFloat() * 0.3f, 0.8f, 0.4f + random.nextFloat() / 2));
                graphics.fillOval(random.nextInt(96) - 16, random.nextInt(96) - 16, 40, 40);
            }
            graphics.dispose();
            String name = "cover-" + i + ".png";
            ImageIO.write(image, "png", images.resolve(name).toFile());
            rows.add(name + "," + GENRES.get(genre));
        }
        return Files.write(
                Objects.requireNonNull(images.getParent()).resolve("labels.csv"), rows, StandardCharsets.UTF_8);
    }
}
