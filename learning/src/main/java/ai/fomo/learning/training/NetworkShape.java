package ai.fomo.learning.training;

import ai.fomo.domain.training.Network;
import ai.fomo.domain.training.TrainingConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sizes of what is trained.
 *
 * @param features that an image has
 * @param block before the dense layers, with the weights it begins with
 * @param widths of the dense layers, from what goes into the first to the classes
 */
record NetworkShape(int features, Optional<LastBlock> block, List<Integer> widths) {
    NetworkShape {
        widths = List.copyOf(widths);
    }

    /** @throws IllegalArgumentException where the configuration trains a block and there is none, or it does not fit the features */
    static NetworkShape of(
            TrainingConfiguration configuration, int features, int classes, Optional<LastBlock> pretrained) {
        Optional<LastBlock> block = configuration.network() == Network.LAST_BLOCK ? pretrained : Optional.empty();
        if (configuration.network() == Network.LAST_BLOCK && block.isEmpty()) {
            throw new IllegalArgumentException(
                    "training the last block needs the pretrained weights that it begins with");
        }
        List<Integer> widths = new ArrayList<>();
        widths.add(
                block.map(pretrainedBlock -> pretrainedBlock.outputs(features)).orElse(features));
        widths.addAll(configuration.hiddenUnits());
        widths.add(classes);
        return new NetworkShape(features, block, widths);
    }

    int denseLayers() {
        return widths.size() - 1;
    }

    int convolutions() {
        return block.map(LastBlock::convolutions).map(List::size).orElse(0);
    }

    /** Of every array that is trained, by the name that it has in files. */
    SortedMap<String, List<Integer>> parameters() {
        SortedMap<String, List<Integer>> shapes = new TreeMap<>();
        block.ifPresent(trained -> trained.tensors().forEach((name, tensor) -> shapes.put(name, tensor.shape())));
        for (int layer = 0; layer < denseLayers(); layer++) {
            shapes.put(LayerNames.weight(layer), List.of(widths.get(layer), widths.get(layer + 1)));
            shapes.put(LayerNames.bias(layer), List.of(widths.get(layer + 1)));
        }
        return shapes;
    }

    /** How many numbers are trained. */
    long numbers() {
        return parameters().values().stream()
                .mapToLong(shape -> shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact))
                .sum();
    }
}
