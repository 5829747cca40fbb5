package ai.fomo.learning.training;

import ai.fomo.domain.Sha256;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** Trains a few convolutions in a JVM of its own, since DL4J decides once per process, and prints what it ran them with. */
final class ConvolutionProbe {
    /** Begins the lines that are the probe's own; the log writes to the same place. */
    static final String MARK = "probe: ";

    private static final int SEED = 7;
    private static final int SIDE = 8;
    private static final int PLANES = 16;
    private static final int BATCH = 16;
    private static final int STEPS = 20;

    private ConvolutionProbe() {}

    /** Prints helper, number of its failures, and the digest of the parameters after training, one a line. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Backend.start(Device.CPU);
        MultiLayerNetwork network = network();
        // Not from zero: ND4J takes a seed of zero for none, and asks the clock.
        for (int step = 1; step <= STEPS; step++) {
            Nd4j.getRandom().setSeed(step);
            INDArray images = Nd4j.rand(DataType.FLOAT, BATCH, PLANES, SIDE, SIDE);
            INDArray targets = Nd4j.rand(DataType.FLOAT, BATCH, 4).gt(0.5).castTo(DataType.FLOAT);
            network.fit(images, targets);
        }
        Layer convolution = network.getLayer(0);
        Object helper = field(convolution, "helper");
        print(helper == null ? "none" : helper.getClass().getSimpleName());
        print(String.valueOf(field(convolution, "helperCountFail")));
        print(helper != null && field(helper, "context") != null && field(helper, "contextBwd") != null);
        print(digest(network.params().dup('c').toFloatVector()));
    }

    private static void print(Object value) {
        System.out.println(MARK + value);
    }

    private static MultiLayerNetwork network() {
        Engine engine = Engine.ofThisProcess();
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(SEED)
                .dataType(DataType.FLOAT)
                .updater(new Adam(0.001))
                .convolutionMode(ConvolutionMode.Same)
                .list()
                .layer(engine.convolution(PLANES, 32))
                .layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                        .kernelSize(2, 2)
                        .stride(2, 2)
                        .build())
                .layer(engine.convolution(32, 32))
                .layer(new OutputLayer.Builder(BinaryCrossEntropy.plain(4))
                        .nOut(4)
                        .activation(Activation.IDENTITY)
                        .build())
                .setInputType(InputType.convolutional(SIDE, SIDE, PLANES))
                .build());
        Nd4j.getRandom().setSeed(SEED);
        network.init();
        return network;
    }

    private static @Nullable Object field(Object owner, String name) throws ReflectiveOperationException {
        Class<?> declaring = owner.getClass();
        while (Arrays.stream(declaring.getDeclaredFields())
                .noneMatch(field -> field.getName().equals(name))) {
            declaring = declaring.getSuperclass();
        }
        Field field = declaring.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }

    private static Sha256 digest(float[] parameters) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * parameters.length);
        for (float parameter : parameters) {
            bytes.putFloat(parameter);
        }
        return Sha256.of(bytes.array());
    }
}
