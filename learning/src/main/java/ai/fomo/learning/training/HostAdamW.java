package ai.fomo.learning.training;

import ai.fomo.domain.training.TrainingConfiguration;
import java.nio.FloatBuffer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** In one pass over values, gradient and moments, which is all that memory has to move. */
final class HostAdamW extends AdamW {
    private static final double FIRST = 0.9;
    private static final double SECOND = 0.999;
    private static final float FIRST_DECAY = (float) FIRST;
    private static final float FIRST_SHARE = (float) (1 - FIRST);
    private static final float SECOND_DECAY = (float) SECOND;
    private static final float SECOND_SHARE = (float) (1 - SECOND);
    private static final float EPSILON = 1e-8f;

    /**
     * Added to a moment and taken away again, which leaves it as it is to the last bit unless it is below 1e-23, and a multiple
     * of 1e-37 if it is: moments of units that are dead would go down to where processors take a hundred times as long.
     */
    private static final float VANISHING = 1e-30f;

    private final HostArray values;
    private final HostArray gradient;
    private final HostArray moments;

    HostAdamW(TrainingConfiguration configuration, int steps, MultiLayerNetwork network) {
        super(configuration, steps, network);
        this.values = HostArray.of(values());
        this.gradient = HostArray.of(gradient());
        this.moments = HostArray.of(moments());
    }

    @Override
    void update(int step, double learningRate, double shrinking) {
        float rate = (float) (learningRate / (1 - StrictMath.pow(FIRST, step)));
        float correction = (float) (1 / Math.sqrt(1 - StrictMath.pow(SECOND, step)));
        for (Parameter parameter : parameters()) {
            Pass pass = new Pass(rate, correction, parameter.decays() ? (float) shrinking : 1);
            HostRanges.parallel(parameter.length(), (from, count) -> pass.over(this, parameter.from() + from, count));
        }
    }

    /**
     * @param rate learning rate, corrected for the first moment's beginning at 0
     * @param correction of the second moment's square root
     */
    private record Pass(float rate, float correction, float shrinking) {
        void over(HostAdamW adam, long from, int count) {
            FloatBuffer values = adam.values.slice(from, count);
            FloatBuffer gradients = adam.gradient.slice(from, count);
            FloatBuffer firsts = adam.moments.slice(from, count);
            FloatBuffer seconds = adam.moments.slice(adam.values.length() + from, count);
            float[] value = new float[HostRanges.PIECE];
            float[] gradient = new float[HostRanges.PIECE];
            float[] first = new float[HostRanges.PIECE];
            float[] second = new float[HostRanges.PIECE];
            for (int at = 0; at < count; at += HostRanges.PIECE) {
                int numbers = Math.min(HostRanges.PIECE, count - at);
                values.get(at, value, 0, numbers);
                gradients.get(at, gradient, 0, numbers);
                firsts.get(at, first, 0, numbers);
                seconds.get(at, second, 0, numbers);
                step(value, gradient, first, second);
                values.put(at, value, 0, numbers);
                firsts.put(at, first, 0, numbers);
                seconds.put(at, second, 0, numbers);
            }
        }

        /** In one loop: what it costs is memory, and the fewer times the better. */
        private void step(float[] value, float[] gradient, float[] first, float[] second) {
            float rate = this.rate;
            float correction = this.correction;
            float shrinking = this.shrinking;
            for (int i = 0; i < value.length; i++) {
                float slope = gradient[i];
                float mean = FIRST_DECAY * first[i] + FIRST_SHARE * slope + VANISHING - VANISHING;
                float square = SECOND_DECAY * second[i] + SECOND_SHARE * slope * slope + VANISHING - VANISHING;
                first[i] = mean;
                second[i] = square;
                // The rate last: a moment that has all but vanished times a small rate would be such a small number
                // again.
                value[i] = value[i] * shrinking - mean / ((float) Math.sqrt(square) * correction + EPSILON) * rate;
            }
        }
    }
}
