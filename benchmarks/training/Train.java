import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.View;
import ai.fomo.domain.training.EpochMetric;
import ai.fomo.domain.training.Loss;
import ai.fomo.domain.training.Network;
import ai.fomo.domain.training.Schedule;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.learning.feature.FeatureRows;
import ai.fomo.learning.feature.FeatureShard;
import ai.fomo.learning.model.Tensor;
import ai.fomo.learning.training.Backend;
import ai.fomo.learning.training.Device;
import ai.fomo.learning.training.LastBlock;
import ai.fomo.learning.training.MemoryEstimate;
import ai.fomo.learning.training.Snapshot;
import ai.fomo.learning.training.Trainer;
import ai.fomo.learning.training.TrainingData;
import ai.fomo.learning.training.TrainingListener;
import ai.fomo.learning.training.TrainingResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * {@code Train steps|fit|epoch NAME ITEMS}: trains on NAME.features and NAME.labels as {@code data.py} writes them, of which the last
 * ITEMS validate. What network, by NAME: see {@link #configuration}.
 *
 * <p>{@code steps} trains as many steps as a line on its input asks for and answers with their seconds; {@code fit} trains to early
 * stopping with the seeds 1 to 5; {@code epoch} trains one epoch and writes its checkpoints.
 */
public final class Train {
    private static final int FOREVER = 100_000;
    private static final PrintStream OUTPUT = System.out;
    private static final BufferedReader INPUT =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    public static void main(String[] arguments) throws IOException {
        // The log goes there, too.
        System.setOut(System.err);
        Path name = Path.of(arguments[1]);
        String network = name.getFileName().toString();
        Backend.start(Device.CPU);
        TrainingData data = data(name, Integer.parseInt(arguments[2]));
        switch (arguments[0]) {
            case "steps" -> train(data, configuration(network, FOREVER, FOREVER, 1), new Blocks());
            case "fit" -> {
                for (int seed = 1; seed <= 5; seed++) {
                    answer(Double.toString(fit(data, configuration(network, 60, 5, seed))));
                }
            }
            case "epoch" -> epoch(name, data, configuration(network, 1, 1, 1));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** prototype, small-BATCH, fine-tune-BATCH, or hidden-UNITS, which learns with a rate that small data asks for. */
    private static TrainingConfiguration configuration(String network, int epochs, int patience, long seed) {
        String[] parts = network.split("-(?=\\d)");
        int number = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        return switch (parts[0]) {
            case "prototype" -> of(parts[0], Network.HEAD, List.of(4096, 4096), 1e-4, 128, epochs, patience, 100, seed);
            case "small" -> of(parts[0], Network.HEAD, List.of(256), 3e-4, number, epochs, patience, 0, seed);
            case "fine-tune" -> of(
                    parts[0], Network.LAST_BLOCK, List.of(256), 1e-4, number, epochs, patience, 50, seed);
            case "hidden" -> of(parts[0], Network.HEAD, List.of(number), 3e-4, 128, epochs, patience, 0, seed);
            default -> throw new IllegalArgumentException(network);
        };
    }

    private static TrainingConfiguration of(
            String name,
            Network network,
            List<Integer> hidden,
            double rate,
            int batch,
            int epochs,
            int patience,
            int checkpointSteps,
            long seed) {
        return new TrainingConfiguration(
                name,
                network,
                hidden,
                0.5,
                rate,
                Schedule.CONSTANT,
                0.01,
                Loss.BINARY_CROSS_ENTROPY,
                List.of(View.ORIGINAL),
                batch,
                epochs,
                patience,
                checkpointSteps,
                seed);
    }

    private static TrainingData data(Path name, int validation) throws IOException {
        FeatureRows rows;
        try (FileChannel file = FileChannel.open(Path.of(name + ".features"))) {
            rows = FeatureShard.open(file.map(FileChannel.MapMode.READ_ONLY, 0, file.size()));
        }
        byte[] labels = Files.readAllBytes(Path.of(name + ".labels"));
        int classes = labels.length / rows.count();
        float[][] targets = new float[rows.count()][classes];
        for (int i = 0; i < labels.length; i++) {
            targets[i / classes][i % classes] = labels[i];
        }
        int training = rows.count() - validation;
        return new TrainingData(
                List.of(new FeatureRows(rows.width(), rows.rows().subList(0, training))),
                Arrays.copyOf(targets, training),
                new FeatureRows(rows.width(), rows.rows().subList(training, rows.count())),
                Arrays.copyOfRange(targets, training, rows.count()));
    }

    private static TrainingResult train(
            TrainingData data, TrainingConfiguration configuration, TrainingListener listener) throws IOException {
        return Trainer.train(data, configuration, block(configuration), Optional.empty(), listener);
    }

    /** VGG16's last block, with weights as large as trained ones and without their meaning. */
    private static Optional<LastBlock> block(TrainingConfiguration configuration) {
        if (configuration.network() != Network.LAST_BLOCK) {
            return Optional.empty();
        }
        Random random = new Random(1);
        List<LastBlock.Convolution> convolutions = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            float[] weights = new float[512 * 512 * 9];
            for (int w = 0; w < weights.length; w++) {
                weights[w] = (float) (random.nextGaussian() * Math.sqrt(2.0 / (512 * 9)));
            }
            convolutions.add(new LastBlock.Convolution(
                    new Tensor(List.of(512, 512, 3, 3), weights), Tensor.vector(new float[512])));
        }
        return Optional.of(new LastBlock(convolutions));
    }

    private static double fit(TrainingData data, TrainingConfiguration configuration) throws IOException {
        TrainingResult result = train(data, configuration, new Blocks() {
            @Override
            public Signal onStep(int epoch, int step, int steps) {
                return Signal.GO_ON;
            }
        });
        return ((TrainingResult.Converged) result).best().validationLoss();
    }

    /** Says what it expects to take, waits for a line, and trains. */
    private static void epoch(Path name, TrainingData data, TrainingConfiguration configuration) throws IOException {
        MemoryEstimate estimate =
                MemoryEstimate.of(configuration, data.features(), data.classes(), block(configuration));
        System.gc();
        answer(Long.toString(estimate.of(configuration.batch())));
        INPUT.readLine();
        long begin = System.nanoTime();
        train(data, configuration, new Writing(name));
        answer(Double.toString((System.nanoTime() - begin) / 1e9));
    }

    private static void answer(String line) {
        OUTPUT.println(line);
        OUTPUT.flush();
    }

    /** Stops the clock, and the training, between blocks of steps. */
    private static class Blocks implements TrainingListener {
        private int left;
        private int counted;
        private long begin;

        @Override
        public Signal onStep(int epoch, int step, int steps) {
            if (left == 0) {
                if (counted > 0) {
                    answer(Double.toString((System.nanoTime() - begin) / 1e9));
                }
                try {
                    String line = INPUT.readLine();
                    if (line == null) {
                        return Signal.STOP;
                    }
                    // The step that follows is not counted: both begin in the middle of things.
                    counted = Integer.parseInt(line);
                    left = counted;
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            } else {
                if (left == counted) {
                    begin = System.nanoTime();
                }
                left--;
            }
            return Signal.GO_ON;
        }

        @Override
        public void onEpoch(EpochMetric metric) {}

        @Override
        public Sha256 onSnapshot(Snapshot snapshot) throws IOException {
            return Sha256.of(new byte[0]);
        }
    }

    /** Checkpoints in files, as the platform writes them. */
    private static final class Writing extends Blocks {
        private final Path name;

        Writing(Path name) {
            this.name = name;
        }

        @Override
        public Signal onStep(int epoch, int step, int steps) {
            return Signal.GO_ON;
        }

        @Override
        public Sha256 onSnapshot(Snapshot snapshot) throws IOException {
            Sha256 weights = write(snapshot.weights(), "weights");
            write(snapshot.optimiser(), "optimiser");
            return weights;
        }

        private Sha256 write(Snapshot.Content content, String purpose) throws IOException {
            MessageDigest sha256 = Sha256.newDigest();
            Path file = Path.of(name + "." + purpose);
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), sha256)) {
                content.writeTo(out);
            }
            return Sha256.of(sha256);
        }
    }
}
