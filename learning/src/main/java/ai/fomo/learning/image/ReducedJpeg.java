package ai.fomo.learning.image;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An ordinary JPEG file at one to four eighths of its size: each pixel is the mean over a square of the whole picture's, before it is
 * computed. Nothing is repaired or guessed: whatever is not as it should be is left to ImageIO to judge.
 *
 * <p>Rows are decoded as they are read, since all of them at once would not stay in the caches.
 */
final class ReducedJpeg implements PixelRows {
    /** Beyond it colours that are kept at half the size would have to be enlarged. */
    private static final int MOST_EIGHTHS = 4;

    private final JpegHeader header;
    private final EntropyReader entropy;
    private final int eighths;
    private final List<JpegHeader.Component> components;
    private final int unitsAcross;
    private final int unitsDown;
    private final BlockRow[][] blocks;

    /** What the decoded row of units comes to. */
    private final ColourPlanes strip;

    private final int[] previous;
    private int untilRestart;
    private int decoded;

    private ReducedJpeg(JpegHeader header, EntropyReader entropy, int eighths) {
        this.header = header;
        this.entropy = entropy;
        this.eighths = eighths;
        this.components = header.components();
        this.unitsAcross = divideUp(header.width(), 8 * header.mostAcross());
        this.unitsDown = divideUp(header.height(), 8 * header.mostDown());
        this.blocks = blocks();
        this.strip = strip();
        this.previous = new int[components.size()];
    }

    /**
     * Gives its rows, upright, to somebody.
     *
     * @param side that none of the picture's falls below
     * @param use what becomes of them; not to be used where this comes back empty
     * @return empty where the picture is too small for that, or larger than any should be, the JPEG is of another kind, or its data
     *     is not whole
     */
    static <T> Optional<T> read(byte[] jpeg, int side, Function<PixelRows, T> use) {
        return JpegHeader.of(jpeg).flatMap(header -> {
            int eighths = eighths(Math.min(header.width(), header.height()), side);
            if (eighths > MOST_EIGHTHS || (long) header.width() * header.height() > ImageInspector.MAXIMUM_PIXELS) {
                return Optional.empty();
            }
            int orientation = header.hasExif() ? Orientation.ofJpeg(jpeg) : 1;
            return EntropyReader.of(jpeg, header.scan())
                    .flatMap(entropy -> new ReducedJpeg(header, entropy, eighths).read(orientation, use));
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

    private <T> Optional<T> read(int orientation, Function<PixelRows, T> use) {
        try {
            T result = use.apply(orientation == 1 ? this : TurnedRows.of(this, orientation));
            while (decoded < unitsDown) {
                decodeUnits();
            }
            return entropy.isLastPart() && entropy.atEndOfPart() ? Optional.of(result) : Optional.empty();
        } catch (NotWholeException e) {
            return Optional.empty();
        }
    }

    /** The data is not as it should be. Thrown through whoever reads rows, and known to nobody else. */
    private static final class NotWholeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotWholeException() {
            super("not a whole JPEG", null, false, false);
        }
    }

    @Override
    public int width() {
        return divideUp(header.width() * eighths, 8);
    }

    @Override
    public int height() {
        return divideUp(header.height() * eighths, 8);
    }

    @Override
    public void read(int y, float[][] rgb) {
        while (y >= decoded * strip.height()) {
            decodeUnits();
        }
        strip.read(y - (decoded - 1) * strip.height(), rgb);
    }

    private ColourPlanes strip() {
        int height = header.mostDown() * eighths;
        float[][][] planes = new float[components.size()][height][unitsAcross * header.mostAcross() * eighths];
        return new ColourPlanes(width(), height, planes[0], planes[1], planes[2]);
    }

    private static int divideUp(int number, int divisor) {
        return (number + divisor - 1) / divisor;
    }

    /** The next row of them. */
    private void decodeUnits() {
        for (int x = 0; x < unitsAcross; x++) {
            if (untilRestart == 0) {
                if ((x + decoded > 0 && !entropy.atEndOfPart()) || !entropy.restart()) {
                    throw new NotWholeException();
                }
                Arrays.fill(previous, 0);
                untilRestart = header.restartInterval() == 0 ? unitsAcross * unitsDown : header.restartInterval();
            }
            untilRestart--;
            read(x);
        }
        write(blocks[0], strip.luma());
        write(blocks[1], strip.blueness());
        write(blocks[2], strip.redness());
        decoded++;
    }

    /** For each component, as many as its units are high. */
    private BlockRow[][] blocks() {
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
    private void read(int x) {
        for (int c = 0; c < blocks.length; c++) {
            JpegHeader.Component component = components.get(c);
            for (BlockRow row : blocks[c]) {
                for (int column = 0; column < component.across(); column++) {
                    if (!entropy.read(component, previous, c, row, x * component.across() + column)) {
                        throw new NotWholeException();
                    }
                }
            }
        }
    }

    private static void write(BlockRow[] rows, float[][] plane) {
        for (int row = 0; row < rows.length; row++) {
            rows[row].writeTo(plane, row * rows[row].height());
        }
    }
}
