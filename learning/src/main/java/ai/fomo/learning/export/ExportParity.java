package ai.fomo.learning.export;

import ai.fomo.learning.feature.Encoder;
import ai.fomo.learning.feature.Encoders;
import ai.fomo.learning.feature.FeatureShard;
import ai.fomo.learning.feature.ImageModel;
import ai.fomo.learning.image.UnusableImageException;
import ai.fomo.learning.prediction.Predictor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Compares an exported model, run by ONNX Runtime, with the model as the platform serves it. */
public final class ExportParity {
    /** Of a probability: what is left of float32 arithmetic in another order and features at float16's edges. */
    public static final double TOLERANCE = 1e-4;

    private ExportParity() {}

    /**
     * Asks both for a few pictures, together and one by one.
     *
     * @param encoder the model's
     * @return the largest difference of two probabilities
     * @throws ExportMismatchException where it is more than {@link #TOLERANCE}, or ONNX Runtime does not take the file
     */
    public static double check(byte[] onnx, Predictor predictor, Encoder encoder) {
        double[][] expected = predictor.probabilities(
                FeatureShard.unpack(FeatureShard.pack(encoder.encode(pictures(encoder::prepare)))));
        List<float[]> planes = pictures(picture -> Encoders.planes(encoder.id().name(), picture));
        double largest = 0;
        try (ImageModel exported = open(onnx, encoder)) {
            largest = Math.max(largest, difference(expected, exported.run(planes)));
            for (int i = 0; i < expected.length; i++) {
                double[][] one = {expected[i]};
                largest = Math.max(largest, difference(one, exported.run(List.of(planes.get(i)))));
            }
        }
        if (!(largest <= TOLERANCE)) {
            throw new ExportMismatchException(String.format(
                    Locale.ROOT,
                    "the exported model's probabilities differ from the model's by up to %.6f, and may by %s; it is not written",
                    largest,
                    TOLERANCE));
        }
        return largest;
    }

    private static ImageModel open(byte[] onnx, Encoder encoder) {
        try {
            return ImageModel.open(onnx, Encoders.side(encoder.id().name()), "an exported model");
        } catch (IllegalStateException e) {
            throw new ExportMismatchException(
                    "the exported model cannot be run, and is not written: " + e.getMessage(), e);
        }
    }

    private interface Preparation {
        float[] of(byte[] picture) throws UnusableImageException;
    }

    private static List<float[]> pictures(Preparation preparation) {
        List<float[]> prepared = new ArrayList<>();
        for (byte[] picture : TestPictures.png()) {
            try {
                prepared.add(preparation.of(picture));
            } catch (UnusableImageException e) {
                throw new IllegalStateException("a picture of our own is always usable", e);
            }
        }
        return prepared;
    }

    private static double difference(double[][] expected, float[][] actual) {
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            for (int genre = 0; genre < expected[i].length; genre++) {
                double difference = Math.abs(expected[i][genre] - actual[i][genre]);
                // What is not a number differs from everything.
                largest = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(largest, difference);
            }
        }
        return largest;
    }
}
