package ai.fomo.activities.feature;

import ai.fomo.domain.feature.EncoderId;

/** Work for an encoder that this worker has in another version; a worker of that version can do it. */
public final class EncoderMismatchException extends RuntimeException {
    public EncoderMismatchException(EncoderId wanted, EncoderId ours) {
        super("this worker computes " + wanted.name() + " as " + ours.runtime() + ", weights "
                + ours.weights().abbreviated() + ", preprocessing " + ours.preprocessing() + "; asked for was "
                + wanted.runtime() + ", weights " + wanted.weights().abbreviated() + ", preprocessing "
                + wanted.preprocessing() + ": run the worker version that made the features, or retrain");
    }
}
