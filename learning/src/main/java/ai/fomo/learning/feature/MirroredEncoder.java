package ai.fomo.learning.feature;

import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.feature.View;
import ai.fomo.learning.image.UnusableImageException;
import java.util.List;

/** Another encoder that sees images with left and right exchanged. It borrows that encoder: closing it closes nothing. */
public final class MirroredEncoder implements Encoder {
    private final Encoder original;
    private final int side;

    /**
     * @param original whose prepared images are rows of pixels
     * @param side of those, in pixels
     */
    public MirroredEncoder(Encoder original, int side) {
        this.original = original;
        this.side = side;
    }

    @Override
    public EncoderId id() {
        return original.id().with(View.MIRROR);
    }

    @Override
    public float[] prepare(byte[] image) throws UnusableImageException {
        float[] prepared = original.prepare(image);
        for (int row = 0; row < prepared.length; row += side) {
            for (int left = row, right = row + side - 1; left < right; left++, right--) {
                float pixel = prepared[left];
                prepared[left] = prepared[right];
                prepared[right] = pixel;
            }
        }
        return prepared;
    }

    @Override
    public float[][] encode(List<float[]> prepared) {
        return original.encode(prepared);
    }

    @Override
    public void close() {}
}
