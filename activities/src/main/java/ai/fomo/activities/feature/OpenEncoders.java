package ai.fomo.activities.feature;

import ai.fomo.domain.feature.EncoderId;
import ai.fomo.learning.feature.Encoder;
import ai.fomo.learning.feature.Encoders;
import java.util.HashMap;
import java.util.Map;

/**
 * The encoders of this process, each opened on first use and shared by all activities: a session holds the weights and a
 * thread pool, and is safe for concurrent use.
 */
public final class OpenEncoders implements AutoCloseable {
    private final Map<EncoderId, Encoder> open = new HashMap<>();

    /** @throws EncoderMismatchException where this worker's encoder of that name is not the one that is asked for */
    public synchronized Encoder open(EncoderId wanted) {
        EncoderId ours = Encoders.idOf(wanted.name());
        if (!ours.equals(wanted)) {
            throw new EncoderMismatchException(wanted, ours);
        }
        return open.computeIfAbsent(wanted, id -> Encoders.open(id.name()));
    }

    @Override
    public synchronized void close() {
        open.values().forEach(Encoder::close);
        open.clear();
    }
}
