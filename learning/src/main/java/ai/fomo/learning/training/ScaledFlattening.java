package ai.fomo.learning.training;

import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Between a block and the dense layers: squares become rows, multiplied by a {@link BlockScale}. */
final class ScaledFlattening extends CnnToFeedForwardPreProcessor {
    private static final long serialVersionUID = 1;

    private final float scale;

    ScaledFlattening(int side, int channels, float scale) {
        super(side, side, channels);
        this.scale = scale;
    }

    @Override
    public INDArray preProcess(INDArray squares, int batch, LayerWorkspaceMgr workspaces) {
        INDArray rows = super.preProcess(squares, batch, workspaces);
        // Not in place: the rows may be the squares, which the way back needs as they were.
        return workspaces.leverageTo(ArrayType.ACTIVATIONS, rows.mul(scale));
    }

    @Override
    public INDArray backprop(INDArray gradient, int batch, LayerWorkspaceMgr workspaces) {
        return super.backprop(workspaces.leverageTo(ArrayType.ACTIVATION_GRAD, gradient.mul(scale)), batch, workspaces);
    }

    @Override
    public CnnToFeedForwardPreProcessor clone() {
        return new ScaledFlattening((int) getInputHeight(), (int) getNumChannels(), scale);
    }
}
