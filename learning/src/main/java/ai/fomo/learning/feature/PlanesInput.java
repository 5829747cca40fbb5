package ai.fomo.learning.feature;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

/** Prepared images as they are: floats, batch x colours x side x side. */
final class PlanesInput implements ModelInput {
    private final ImageLayout layout = new PlanesLayout();
    private final int side;
    private FloatBuffer floats = FloatBuffer.allocate(0);

    PlanesInput(int side) {
        this.side = side;
    }

    @Override
    public ImageLayout layout() {
        return layout;
    }

    @Override
    public OnnxTensor of(OrtEnvironment environment, List<float[]> batch) throws OrtException {
        int size = layout.size(side) * batch.size();
        if (floats.capacity() < size) {
            floats = ByteBuffer.allocateDirect(Float.BYTES * size)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
        }
        floats.clear();
        for (float[] image : batch) {
            layout.requireSize(image, side);
            floats.put(image);
        }
        long[] shape = {batch.size(), PlanesLayout.COLOURS, side, side};
        return OnnxTensor.createTensor(environment, floats.flip(), shape);
    }
}
