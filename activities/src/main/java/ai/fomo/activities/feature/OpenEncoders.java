package ai.fomo.activities.feature;

import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.feature.View;
import ai.fomo.learning.feature.Encoder;
import ai.fomo.learning.feature.Encoders;
import ai.fomo.learning.feature.MirroredEncoder;
import java.util.HashMap;
import java.util.Map;

/**
 * The encoders of this process, each opened on first use and shared by all activities: a session holds the weights and a
 * thread pool, and is safe for concurrent use. The views of an encoder share its session.
 */
public final class OpenEncoders implements AutoCloseable {
    private final Encoders encoders;
    private final Map<EncoderId, Encoder> open = new HashMap<>();

    public OpenEncoders(Encoders encoders) {
        this.encoders = encoders;
    }

    /** @throws EncoderMismatchException where this worker's encoder of that name is not the one that is asked for */
    public synchronized Encoder open(EncoderId wanted) {
        EncoderId ours = Encoders.ours(wanted);
        if (!ours.equals(wanted)) {
            throw new EncoderMismatchException(wanted, ours);
        }
        Encoder encoder = open.computeIfAbsent(wanted.with(View.ORIGINAL), encoders::open);
        return switch (wanted.view()) {
            case ORIGINAL -> encoder;
            case MIRROR -> new MirroredEncoder(encoder, Encoders.side(wanted.name()));
        };
    }

    @Override
    public synchronized void close() {
        open.values().forEach(Encoder::close);
        open.clear();
    }
}
