package ai.fomo.learning.image;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Decodes ordinary JPEG files, upright, at one to four eighths of their size: each pixel is the mean over a square of the whole
 * picture's, before it is computed. Nothing is repaired or guessed: whatever is not as it should be is left to ImageIO to judge.
 */
final class ReducedJpeg {
    /** Beyond it colours that are kept at half the size would have to be enlarged. */
    private static final int MOST_EIGHTHS = 4;

    private final JpegHeader header;
    private final EntropyReader entropy;
    private final int eighths;
    private final List<JpegHeader.Component> components;

    private ReducedJpeg(JpegHeader header, EntropyReader entropy, int eighths) {
        this.header = header;
        this.entropy = entropy;
        this.eighths = eighths;
        this.components = header.components();
    }

    /**
     * @param side that none of the picture's falls below
     * @return empty where the picture is too small for that, or larger than any should be, the JPEG is of another kind, or its data
     *     is not whole
     */
    static Optional<ColourPlanes> decode(byte[] jpeg, int side) {
        return JpegHeader.of(jpeg).flatMap(header -> {
            int eighths = eighths(Math.min(header.width(), header.height()), side);
            if (eighths > MOST_EIGHTHS || (long) header.width() * header.height() > ImageInspector.MAXIMUM_PIXELS) {
                return Optional.empty();
            }
            return EntropyReader.of(jpeg, header.scan())
                    .flatMap(entropy -> new ReducedJpeg(header, entropy, eighths).decode())
                    .map(planes -> header.hasExif() ? planes.upright(Orientation.ofJpeg(jpeg)) : planes);
        });
    }

    /** The fewest of the shorter side that are enough. */
    static int eighths(int shorter, int side) {
        int eighths = 1;
        while (eighths < 8 && shorter * eighths / 8 < side) {
            eighths++;
        }
        return eighths;
    }

    private Optional<ColourPlanes> decode() {
        int unitsAcross = divideUp(header.width(), 8 * header.mostAcross());
        int unitsDown = divideUp(header.height(), 8 * header.mostDown());
        float[][][] planes = new float[components.size()][unitsDown * header.mostDown() * eighths]
                [unitsAcross * header.mostAcross() * eighths];
        if (!decode(unitsAcross, unitsDown, planes)) {
            return Optional.empty();
        }
        return Optional.of(new ColourPlanes(
                divideUp(header.width() * eighths, 8),
                divideUp(header.height() * eighths, 8),
                planes[0],
                planes[1],
                planes[2]));
    }

    private static int divideUp(int number, int divisor) {
        return (number + divisor - 1) / divisor;
    }

    private boolean decode(int unitsAcross, int unitsDown, float[][][] planes) {
        int[] previous = new int[components.size()];
        BlockRow[][] rows = rows(unitsAcross);
        int untilRestart = 0;
        for (int y = 0; y < unitsDown; y++) {
            for (int x = 0; x < unitsAcross; x++) {
                if (untilRestart == 0) {
                    if ((x + y > 0 && !entropy.atEndOfPart()) || !entropy.restart()) {
                        return false;
                    }
                    Arrays.fill(previous, 0);
                    untilRestart = header.restartInterval() == 0 ? unitsAcross * unitsDown : header.restartInterval();
                }
                untilRestart--;
                if (!read(x, previous, rows)) {
                    return false;
                }
            }
            write(rows, y, planes);
        }
        return entropy.isLastPart() && entropy.atEndOfPart();
    }

    /** For each component, as many as its units are high. */
    private BlockRow[][] rows(int unitsAcross) {
        BlockRow[][] rows = new BlockRow[components.size()][];
        for (int c = 0; c < rows.length; c++) {
            JpegHeader.Component component = components.get(c);
            // Where a colour has fewer pixels than the brightness, it is reduced less.
            BlockShape shape = BlockShape.of(
                    eighths * header.mostAcross() / component.across(),
                    eighths * header.mostDown() / component.down(),
                    component.quantisation());
            rows[c] = new BlockRow[component.down()];
            for (int row = 0; row < rows[c].length; row++) {
                rows[c][row] = new BlockRow(shape, unitsAcross * component.across());
            }
        }
        return rows;
    }

    /** The {@code x}-th unit of a row of them. */
    private boolean read(int x, int[] previous, BlockRow[][] rows) {
        for (int c = 0; c < rows.length; c++) {
            JpegHeader.Component component = components.get(c);
            for (BlockRow row : rows[c]) {
                for (int column = 0; column < component.across(); column++) {
                    if (!entropy.read(component, previous, c, row, x * component.across() + column)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static void write(BlockRow[][] rows, int y, float[][][] planes) {
        for (int c = 0; c < rows.length; c++) {
            for (int row = 0; row < rows[c].length; row++) {
                int height = rows[c][row].height();
                rows[c][row].writeTo(planes[c], (y * rows[c].length + row) * height);
            }
        }
    }
}
