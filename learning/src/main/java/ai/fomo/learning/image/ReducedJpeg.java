package ai.fomo.learning.image;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Decodes ordinary JPEG files at a half, a quarter or an eighth of their size: each pixel is the mean over a square of the whole
 * picture's, before it is computed. Nothing is repaired or guessed: whatever is not as it should be is left to ImageIO to judge.
 */
final class ReducedJpeg {
    private final JpegHeader header;
    private final EntropyReader entropy;
    private final int reduction;
    private final List<JpegHeader.Component> components;

    private ReducedJpeg(JpegHeader header, EntropyReader entropy, int reduction) {
        this.header = header;
        this.entropy = entropy;
        this.reduction = reduction;
        this.components = header.components();
    }

    /**
     * @param side that none of the picture's falls below
     * @return empty where the picture is too small for that, the JPEG is of another kind, or its data is not whole
     */
    static Optional<ColourPlanes> decode(byte[] jpeg, int side) {
        return JpegHeader.of(jpeg).flatMap(header -> {
            int reduction = reduction(Math.min(header.width(), header.height()), side);
            if (reduction == 1) {
                return Optional.empty();
            }
            return EntropyReader.of(jpeg, header.scan())
                    .flatMap(entropy -> new ReducedJpeg(header, entropy, reduction).decode());
        });
    }

    static int reduction(int shorter, int side) {
        int reduction = 8;
        while (reduction > 1 && shorter / reduction < side) {
            reduction /= 2;
        }
        return reduction;
    }

    private Optional<ColourPlanes> decode() {
        int unitWidth = 8 * header.mostAcross();
        int unitHeight = 8 * header.mostDown();
        int across = (header.width() + unitWidth - 1) / unitWidth;
        int down = (header.height() + unitHeight - 1) / unitHeight;
        float[][][] planes =
                new float[components.size()][down * unitHeight / reduction][across * unitWidth / reduction];
        if (!decode(across, down, planes)) {
            return Optional.empty();
        }
        return Optional.of(new ColourPlanes(
                (header.width() + reduction - 1) / reduction,
                (header.height() + reduction - 1) / reduction,
                planes[0],
                planes[1],
                planes[2]));
    }

    private boolean decode(int across, int down, float[][][] planes) {
        int[] previous = new int[components.size()];
        float[] sums = new float[64];
        BlockShape[] shapes = shapes();
        int untilRestart = 0;
        for (int unit = 0; unit < across * down; unit++) {
            if (untilRestart == 0) {
                if ((unit > 0 && !entropy.atEndOfPart()) || !entropy.restart()) {
                    return false;
                }
                Arrays.fill(previous, 0);
                untilRestart = header.restartInterval() == 0 ? across * down : header.restartInterval();
            }
            untilRestart--;
            for (int c = 0; c < shapes.length; c++) {
                if (!decode(unit % across, unit / across, c, shapes[c], previous, sums, planes[c])) {
                    return false;
                }
            }
        }
        return entropy.isLastPart() && entropy.atEndOfPart();
    }

    private BlockShape[] shapes() {
        BlockShape[] shapes = new BlockShape[components.size()];
        for (int c = 0; c < shapes.length; c++) {
            JpegHeader.Component component = components.get(c);
            // Where a colour has fewer pixels than the brightness, it is reduced less.
            int across = 8 * header.mostAcross() / component.across() / reduction;
            int down = 8 * header.mostDown() / component.down() / reduction;
            shapes[c] = BlockShape.of(across, down, component.quantisation());
        }
        return shapes;
    }

    /** A component's blocks of one unit. */
    private boolean decode(int x, int y, int c, BlockShape shape, int[] previous, float[] sums, float[][] plane) {
        JpegHeader.Component component = components.get(c);
        for (int row = 0; row < component.down(); row++) {
            for (int column = 0; column < component.across(); column++) {
                int read = entropy.read(component.first(), component.others(), shape, previous, c, sums);
                if (read < 0) {
                    return false;
                }
                int top = (y * component.down() + row) * shape.down();
                int left = (x * component.across() + column) * shape.across();
                if (read == 1) {
                    shape.fill(sums[0] + 128, plane, top, left);
                    sums[0] = 0;
                } else {
                    shape.transform(sums, read, plane, top, left);
                }
            }
        }
        return true;
    }
}
