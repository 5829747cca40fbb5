package ai.fomo.learning.weights;

import ai.fomo.learning.model.SafeTensors;
import ai.fomo.learning.model.Tensor;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The convolutions in an HDF5 file of Keras: a file of weights or of a whole model, of Keras 1 to 3, the network at its top or
 * nested in another. What a layer's arrays are called differs from version to version, so that they are told by their number
 * of dimensions; everything but the wanted layers, such as a dense top, is passed over.
 */
public final class KerasFile {
    /** What training needs is kept under the layers' names too. */
    private static final Set<String> OF_OPTIMIZERS = Set.of("optimizer", "optimizer_weights");

    private KerasFile() {}

    /**
     * Reads kernels (H x W x I x O there) and biases into the platform's order.
     *
     * @param format for the metadata of the result
     * @return arrays {@code <layer>.weight}, O x I x H x W, and {@code <layer>.bias}
     * @throws UnusableWeightsException where the file is not HDF5, or a convolution is missing or of another shape
     */
    public static SafeTensors convolutions(Path file, List<Convolution> wanted, String format) {
        try (HdfFile opened = new HdfFile(file)) {
            Map<String, Group> layers = new HashMap<>();
            collect(opened, layers, new HashSet<>());
            Map<String, Tensor> tensors = new TreeMap<>();
            for (Convolution convolution : wanted) {
                Group layer = layers.get(convolution.name());
                if (layer == null) {
                    throw new UnusableWeightsException(
                            file + " has no layer '" + convolution.name() + "': it is not a file of this network");
                }
                KerasLayer arrays = new KerasLayer(file, convolution, datasets(layer, new HashSet<>()));
                tensors.put(convolution.weight(), arrays.kernel());
                tensors.put(convolution.bias(), arrays.bias());
            }
            return SafeTensors.of(Map.of("format", format), tensors);
        } catch (UnusableWeightsException e) {
            throw e;
        } catch (RuntimeException e) {
            // The library has no one type for what a damaged file leads it to.
            throw new UnusableWeightsException(
                    file + " cannot be read as HDF5, the form of Keras' .h5 files (" + e.getMessage()
                            + "): fetch it again, or name another file",
                    e);
        }
    }

    /** The first group of a name counts: the layer itself, before groups of the same name in it. */
    private static void collect(Group group, Map<String, Group> layers, Set<Long> seen) {
        for (Node node : group) {
            // Hard links can lead back.
            if (node instanceof Group child
                    && !OF_OPTIMIZERS.contains(child.getName())
                    && seen.add(child.getAddress())) {
                layers.putIfAbsent(nameOf(child), child);
                collect(child, layers, seen);
            }
        }
    }

    /** Keras 3 numbers its groups, and writes the layer's name on them. */
    private static String nameOf(Group group) {
        Attribute name = group.getAttribute("name");
        return name != null && name.getData() instanceof String text ? text : group.getName();
    }

    private static List<Dataset> datasets(Group layer, Set<Long> seen) {
        List<Dataset> datasets = new ArrayList<>();
        for (Node node : layer) {
            if (node instanceof Dataset dataset) {
                datasets.add(dataset);
            } else if (node instanceof Group child && seen.add(child.getAddress())) {
                datasets.addAll(datasets(child, seen));
            }
        }
        return datasets;
    }

    /** The arrays of one layer. */
    private record KerasLayer(Path file, Convolution convolution, List<Dataset> datasets) {
        Tensor kernel() {
            int extent = Convolution.EXTENT;
            int inputs = convolution.inputs();
            int outputs = convolution.outputs();
            float[] keras = numbers("kernel", extent, extent, inputs, outputs);
            float[] kernel = new float[keras.length];
            for (int position = 0; position < extent * extent; position++) {
                for (int in = 0; in < inputs; in++) {
                    for (int out = 0; out < outputs; out++) {
                        kernel[(out * inputs + in) * extent * extent + position] =
                                keras[(position * inputs + in) * outputs + out];
                    }
                }
            }
            return new Tensor(convolution.kernel(), kernel);
        }

        Tensor bias() {
            return Tensor.vector(numbers("bias", convolution.outputs()));
        }

        private float[] numbers(String what, int... shape) {
            List<Dataset> candidates = datasets.stream()
                    .filter(dataset -> dataset.getDimensions().length == shape.length)
                    .toList();
            if (candidates.size() != 1) {
                throw new UnusableWeightsException(file + ": layer '" + convolution.name() + "' has "
                        + candidates.size() + " arrays that could be its " + what + ", not one");
            }
            Dataset dataset = candidates.get(0);
            if (!Arrays.equals(dataset.getDimensions(), shape)) {
                throw new UnusableWeightsException(file + ": the " + what + " of layer '" + convolution.name()
                        + "' is of shape " + Arrays.toString(dataset.getDimensions()) + ", not "
                        + Arrays.toString(shape) + ": it is not a file of this network");
            }
            if (!(dataset.getDataFlat() instanceof float[] numbers)) {
                throw new UnusableWeightsException(file + ": the " + what + " of layer '" + convolution.name()
                        + "' is of type " + dataset.getJavaType() + ", not float32");
            }
            return numbers;
        }
    }
}
