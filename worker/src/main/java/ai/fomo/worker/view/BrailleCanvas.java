package ai.fomo.worker.view;

/** Dots on a terminal: a character of the block Braille Patterns has two across and four down. */
final class BrailleCanvas {
    static final int ACROSS = 2;
    static final int DOWN = 4;

    private static final int BLANK = 0x2800;

    /** Bit of a dot, by its row and column in the character. */
    private static final int[][] BITS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    private final int[][] cells;

    /** In characters. */
    BrailleCanvas(int columns, int rows) {
        cells = new int[rows][columns];
    }

    /** In dots. */
    int width() {
        return cells[0].length * ACROSS;
    }

    /** In dots. */
    int height() {
        return cells.length * DOWN;
    }

    /** @param y from the top, x and y from 0 */
    void dot(int x, int y) {
        cells[y / DOWN][x / ACROSS] |= BITS[y % DOWN][x % ACROSS];
    }

    /** @param every how many of its places have a dot: 1 for all, 3 for every third, both ends among them */
    void line(int fromX, int fromY, int toX, int toY, int every) {
        int steps = Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY));
        for (int step = 0; step <= steps; step++) {
            if (step % every == 0 || step == steps) {
                double share = steps == 0 ? 0 : (double) step / steps;
                dot((int) Math.round(fromX + share * (toX - fromX)), (int) Math.round(fromY + share * (toY - fromY)));
            }
        }
    }

    /** One line of characters; spaces where there is no dot. */
    String row(int row) {
        StringBuilder line = new StringBuilder();
        for (int cell : cells[row]) {
            line.append(cell == 0 ? ' ' : (char) (BLANK + cell));
        }
        return line.toString();
    }
}
