import ai.fomo.learning.feature.Vgg16;
import ai.fomo.learning.model.SafeTensors;
import ai.fomo.learning.model.Tensor;
import ai.fomo.learning.weights.Convolution;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Weights of VGG16's shapes. The true ones are nobody's here to give; neither speed nor memory depends on them. */
final class RandomVgg16 {
    private RandomVgg16() {}

    static byte[] file() {
        Random random = new Random(1);
        Map<String, Tensor> tensors = new TreeMap<>();
        for (Convolution convolution : Vgg16.convolutions()) {
            int inputs = convolution.inputs() * Convolution.EXTENT * Convolution.EXTENT;
            float[] kernel = new float[inputs * convolution.outputs()];
            for (int i = 0; i < kernel.length; i++) {
                kernel[i] = (float) (random.nextGaussian() * Math.sqrt(2.0 / inputs));
            }
            tensors.put(convolution.weight(), new Tensor(convolution.kernel(), kernel));
            tensors.put(convolution.bias(), Tensor.vector(new float[convolution.outputs()]));
        }
        return SafeTensors.of(Map.of("format", Vgg16.FORMAT), tensors).toBytes();
    }
}
