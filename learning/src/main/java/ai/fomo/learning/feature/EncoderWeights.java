package ai.fomo.learning.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.pretrained.PretrainedWeights;
import java.util.Optional;

/** Where the numbers of an encoder come from. */
sealed interface EncoderWeights {
    /** What somebody has to provide; empty where they ship with the platform. */
    Optional<String> provided();

    /**
     * Digest of those that count now.
     *
     * @throws MissingWeightsException if nobody has provided them
     */
    Sha256 newest(String encoder, ProvidedWeights provided);

    /** Digest of those that are used here where {@code wanted} are asked for. */
    Sha256 instead(Sha256 wanted);

    /**
     * The encoder as an ONNX model.
     *
     * @throws IllegalStateException if its weights are not those that it is named after
     */
    byte[] onnx(EncoderId encoder, ProvidedWeights provided);

    /** A whole ONNX model on the class path. */
    record Shipped(PretrainedWeights file) implements EncoderWeights {
        @Override
        public Optional<String> provided() {
            return Optional.empty();
        }

        @Override
        public Sha256 newest(String encoder, ProvidedWeights provided) {
            return new Sha256(file.sha256());
        }

        @Override
        public Sha256 instead(Sha256 wanted) {
            return new Sha256(file.sha256());
        }

        @Override
        public byte[] onnx(EncoderId encoder, ProvidedWeights provided) {
            byte[] model = file.read();
            Sha256 digest = Sha256.of(model);
            if (!digest.equals(encoder.weights())) {
                throw new IllegalStateException("the weights of " + encoder.name() + " are damaged: their SHA-256 is "
                        + digest + ", not " + encoder.weights() + "; build the platform again");
            }
            return model;
        }
    }

    /** The first blocks of VGG16, whose weights somebody provides: all encoders share the one file. */
    record OfVgg16(int blocks) implements EncoderWeights {
        @Override
        public Optional<String> provided() {
            return Optional.of(Vgg16.WEIGHTS);
        }

        @Override
        public Sha256 newest(String encoder, ProvidedWeights provided) {
            return provided.newest(Vgg16.WEIGHTS)
                    .orElseThrow(() -> new MissingWeightsException(encoder, Vgg16.WEIGHTS));
        }

        /** Former ones are kept, so that models that were trained on them can be served. */
        @Override
        public Sha256 instead(Sha256 wanted) {
            return wanted;
        }

        @Override
        public byte[] onnx(EncoderId encoder, ProvidedWeights provided) {
            return Vgg16.onnx(provided.read(encoder.weights()), blocks, Vgg16.SIDE);
        }
    }
}
