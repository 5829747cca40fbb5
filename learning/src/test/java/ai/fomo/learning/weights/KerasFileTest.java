package ai.fomo.learning.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.learning.model.SafeTensors;
import ai.fomo.learning.model.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On the files that {@code keras_files.py} makes. */
class KerasFileTest {
    private static final List<Convolution> LAYERS = List.of(
            new Convolution("block1_conv1", 3, 2),
            new Convolution("block1_conv2", 2, 4),
            new Convolution("block2_conv1", 4, 5));

    @SuppressWarnings("NullAway.Init") // JUnit sets it
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"keras1-weights.h5", "keras2-whole.h5", "keras3.weights.h5", "keras3-whole.h5"})
    void everyNumberIsWhereThePlatformLooksForIt(String name) throws Exception {
        SafeTensors found = KerasFile.convolutions(file(name), LAYERS, "fomo-weights/1");

        assertThat(found.metadata()).containsEntry("format", "fomo-weights/1");
        assertThat(found.tensors()).hasSize(6);
        for (int layer = 1; layer <= LAYERS.size(); layer++) {
            Convolution convolution = LAYERS.get(layer - 1);
            Tensor kernel = found.tensor(convolution.weight(), 4);
            assertThat(kernel.shape()).containsExactly(convolution.outputs(), convolution.inputs(), 3, 3);
            int at = 0;
            for (int out = 0; out < convolution.outputs(); out++) {
                for (int in = 0; in < convolution.inputs(); in++) {
                    for (int row = 0; row < 3; row++) {
                        for (int column = 0; column < 3; column++) {
                            float digits = (((layer * 10 + row) * 10 + column) * 10 + in) * 10 + out;
                            assertThat(kernel.values()[at++])
                                    .as("%s[%d, %d, %d, %d]", convolution.weight(), out, in, row, column)
                                    .isEqualTo(digits);
                        }
                    }
                }
            }
            float[] bias = found.tensor(convolution.bias(), 1).values();
            for (int out = 0; out < convolution.outputs(); out++) {
                assertThat(bias[out]).isEqualTo(-(layer * 10 + out));
            }
        }
    }

    @Test
    void everyLayoutGivesTheSameBytes() throws Exception {
        byte[] expected = KerasFile.convolutions(file("keras1-weights.h5"), LAYERS, "fomo-weights/1")
                .toBytes();

        for (String name : List.of("keras2-whole.h5", "keras3.weights.h5", "keras3-whole.h5")) {
            assertThat(KerasFile.convolutions(file(name), LAYERS, "fomo-weights/1")
                            .toBytes())
                    .isEqualTo(expected);
        }
    }

    @Test
    void aFileOfAnotherNetworkIsRefusedByTheLayerThatIsMissing() throws Exception {
        List<Convolution> more = List.of(LAYERS.get(0), new Convolution("block5_conv3", 512, 512));

        assertThatThrownBy(() -> KerasFile.convolutions(file("keras1-weights.h5"), more, "fomo-weights/1"))
                .isInstanceOf(UnusableWeightsException.class)
                .hasMessageContaining("has no layer 'block5_conv3'");
    }

    @Test
    void aLayerOfAnotherShapeIsRefusedByItsName() throws Exception {
        List<Convolution> wider = List.of(new Convolution("block1_conv1", 3, 64));

        assertThatThrownBy(() -> KerasFile.convolutions(file("keras1-weights.h5"), wider, "fomo-weights/1"))
                .isInstanceOf(UnusableWeightsException.class)
                .hasMessageContaining("the kernel of layer 'block1_conv1' is of shape [3, 3, 3, 2], not [3, 3, 3, 64]");
    }

    @Test
    void aLayerThatIsNoConvolutionIsRefused() throws Exception {
        List<Convolution> dense = List.of(new Convolution("fc1", 4, 2));

        assertThatThrownBy(() -> KerasFile.convolutions(file("keras1-weights.h5"), dense, "fomo-weights/1"))
                .isInstanceOf(UnusableWeightsException.class)
                .hasMessageContaining("layer 'fc1' has 0 arrays that could be its kernel");
    }

    @Test
    void whatIsNotHdf5IsRefusedInOneSentence() throws Exception {
        Path page = Files.writeString(directory.resolve("vgg16.h5"), "<html>404</html>".repeat(100));
        Path empty = Files.write(directory.resolve("empty.h5"), new byte[0]);

        for (Path file : List.of(page, empty)) {
            assertThatThrownBy(() -> KerasFile.convolutions(file, LAYERS, "fomo-weights/1"))
                    .isInstanceOf(UnusableWeightsException.class)
                    .hasMessageContaining(file + " cannot be read as HDF5")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void aFileThatEndsTooEarlyIsRefusedWhereverItEnds() throws Exception {
        byte[] whole = Files.readAllBytes(file("keras1-weights.h5"));
        Path part = directory.resolve("part.h5");

        for (int length = 100; length < whole.length - 4000; length += 700) {
            Files.write(part, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> KerasFile.convolutions(part, LAYERS, "fomo-weights/1"))
                    .as("the first bytes of %d", whole.length)
                    .isInstanceOf(UnusableWeightsException.class);
        }
    }

    private static Path file(String name) throws Exception {
        return Path.of(Objects.requireNonNull(KerasFileTest.class.getResource("/keras/" + name))
                .toURI());
    }
}
