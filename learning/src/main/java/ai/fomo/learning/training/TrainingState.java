package ai.fomo.learning.training;

import ai.fomo.learning.model.NotAModelFileException;
import ai.fomo.learning.model.SafeTensors;
import ai.fomo.learning.model.Tensor;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A training after an epoch: all that the next epoch depends on besides data, configuration and backend.
 *
 * @param epoch epochs done, counted from 1
 * @param bestEpoch the one with the lowest validation loss
 * @param parameters of the head's layers, by name
 * @param optimiser Adam's moments in the order of the network's parameters
 * @param bestParameters those of the best epoch
 */
public record TrainingState(
        int epoch,
        int bestEpoch,
        double bestValidationLoss,
        SortedMap<String, Tensor> parameters,
        float[] optimiser,
        SortedMap<String, Tensor> bestParameters) {
    private static final String FORMAT = "fomo-training-state/1";
    private static final String CURRENT = "current/";
    private static final String BEST = "best/";
    private static final String OPTIMISER = "optimiser/adam";

    public TrainingState {
        if (bestEpoch < 1 || bestEpoch > epoch) {
            throw new IllegalArgumentException("best epoch " + bestEpoch + " must be in [1, " + epoch + "]");
        }
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        bestParameters = Collections.unmodifiableSortedMap(new TreeMap<>(bestParameters));
    }

    /** Equal states are equal bytes. */
    public byte[] toBytes() {
        Map<String, Tensor> tensors = new TreeMap<>();
        parameters.forEach((name, tensor) -> tensors.put(CURRENT + name, tensor));
        bestParameters.forEach((name, tensor) -> tensors.put(BEST + name, tensor));
        tensors.put(OPTIMISER, Tensor.vector(optimiser));
        Map<String, String> metadata = Map.of(
                "format", FORMAT,
                "epoch", Integer.toString(epoch),
                "best_epoch", Integer.toString(bestEpoch),
                // In hexadecimal, exactly: the next epoch is compared with it.
                "best_validation_loss", Double.toHexString(bestValidationLoss));
        return SafeTensors.of(metadata, tensors).toBytes();
    }

    /** @throws NotAModelFileException if the bytes are not a training state */
    public static TrainingState parse(byte[] bytes) {
        SafeTensors file = SafeTensors.parse(bytes).require(FORMAT);
        try {
            return new TrainingState(
                    Integer.parseInt(file.text("epoch")),
                    Integer.parseInt(file.text("best_epoch")),
                    Double.parseDouble(file.text("best_validation_loss")),
                    withPrefix(file, CURRENT),
                    file.tensor(OPTIMISER, 1).values(),
                    withPrefix(file, BEST));
        } catch (NotAModelFileException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new NotAModelFileException("not a training state: " + e.getMessage(), e);
        }
    }

    private static SortedMap<String, Tensor> withPrefix(SafeTensors file, String prefix) {
        SortedMap<String, Tensor> found = new TreeMap<>();
        file.tensors().forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), tensor);
            }
        });
        return found;
    }
}
