package ai.fomo.learning.feature;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.util.List;

/** What a model takes of prepared images, in memory that is kept from call to call: for one caller at a time. */
interface ModelInput {
    ImageLayout layout();

    /**
     * @return in this object's memory, to be closed before the next call
     * @throws IllegalArgumentException if an image is of another size
     */
    OnnxTensor of(OrtEnvironment environment, List<float[]> batch) throws OrtException;
}
