package ai.fomo.learning.training;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.training.BestEpoch;
import ai.fomo.domain.training.EpochMetric;
import ai.fomo.domain.training.Position;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Keeps everything that a training hands over, as bytes. */
final class Snapshots implements TrainingListener {
    final List<EpochMetric> epochs = new ArrayList<>();
    final List<Kept> kept = new ArrayList<>();
    private final Map<Sha256, byte[]> weights = new HashMap<>();
    private final BiPredicate<Integer, Integer> stopAfter;

    Snapshots() {
        this((epoch, step) -> false);
    }

    /** @param stopAfter whether the training is to stop after a step of an epoch */
    Snapshots(BiPredicate<Integer, Integer> stopAfter) {
        this.stopAfter = stopAfter;
    }

    record Kept(Position position, double lossSum, Optional<BestEpoch> best, Sha256 weights, byte[] optimiser) {}

    @Override
    public Signal onStep(int epoch, int step, int steps) {
        return stopAfter.test(epoch, step) ? Signal.STOP : Signal.GO_ON;
    }

    @Override
    public void onEpoch(EpochMetric metric) {
        epochs.add(metric);
    }

    @Override
    public Sha256 onSnapshot(Snapshot snapshot) throws IOException {
        byte[] written = bytes(snapshot.weights());
        Sha256 digest = Sha256.of(written);
        weights.put(digest, written);
        Optional<BestEpoch> best = snapshot.improved()
                .map(loss -> new BestEpoch(snapshot.position().epochs(), loss, digest))
                .or(snapshot::best);
        kept.add(new Kept(snapshot.position(), snapshot.lossSum(), best, digest, bytes(snapshot.optimiser())));
        return digest;
    }

    byte[] weights(Sha256 digest) {
        return Objects.requireNonNull(weights.get(digest));
    }

    /** Writes what was kept into files, to go on from. */
    ResumePoint resume(Kept from, Path directory) {
        try {
            Path file =
                    Files.write(Files.createTempFile(directory, "weights", ".safetensors"), weights(from.weights()));
            Path optimiser =
                    Files.write(Files.createTempFile(directory, "optimiser", ".safetensors"), from.optimiser());
            return new ResumePoint(from.position(), from.lossSum(), from.best(), file, optimiser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Snapshot.Content content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        content.writeTo(out);
        return out.toByteArray();
    }
}
