package ai.fomo.learning.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * An image cut into tiles, row by row of tiles; the last ones may reach over its edge. Behind them comes one that is all zeros, where the next
 * layer finds what lies beyond the edge.
 */
final class Tiling {
    private final ValueRows input;
    private final WinogradTransform transform;
    private final int across;
    private final int tiles;
    private final int pooling;

    /** Tiles that are computed at once. */
    record Piece(int from, int count) {}

    /** @param pooled whether of every 2 x 2 outputs one is left */
    Tiling(ValueRows input, WinogradTransform transform, boolean pooled) {
        this.input = input;
        this.transform = transform;
        this.across = upwards(input.width(), transform.tile());
        this.tiles = across * upwards(input.height(), transform.tile()) + 1;
        this.pooling = pooled ? 2 : 1;
    }

    private static int upwards(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }

    /** Of about the same size. */
    List<Piece> pieces(int most) {
        int count = upwards(tiles, most);
        List<Piece> pieces = new ArrayList<>();
        for (int piece = 0; piece < count; piece++) {
            int from = tiles * piece / count;
            pieces.add(new Piece(from, tiles * (piece + 1) / count - from));
        }
        return pieces;
    }

    boolean endsWith(Piece piece) {
        return piece.from() + piece.count() == tiles;
    }

    /** Rows of the input, for each place in a window those of all tiles. */
    LongStream windows(Piece piece) {
        int window = transform.window();
        return IntStream.range(0, window * window)
                .boxed()
                .flatMapToInt(place -> IntStream.range(piece.from(), piece.from() + piece.count())
                        .map(tile -> row(tile, place / window, place % window)))
                .asLongStream();
    }

    private int row(int tile, int y, int x) {
        // A window begins one pixel before its tile.
        return tile == tiles - 1
                ? input.zeros()
                : input.row(tile / across * transform.tile() + y - 1, tile % across * transform.tile() + x - 1);
    }

    int outputsOfTile() {
        return side() * side();
    }

    private int side() {
        return transform.tile() / pooling;
    }

    /** Where outputs are if pieces are computed one behind the other, in each for every place in a tile those of all its tiles. */
    ValueRows outputs(String value, int channels, int most) {
        int height = input.height() / pooling;
        int width = input.width() / pooling;
        int[] rows = new int[height * width];
        int zeros = 0;
        for (Piece piece : pieces(most)) {
            for (int place = 0; place < outputsOfTile(); place++) {
                for (int i = 0; i < piece.count(); i++) {
                    int tile = piece.from() + i;
                    int row = outputsOfTile() * piece.from() + place * piece.count() + i;
                    int y = tile / across * side() + place / side();
                    int x = tile % across * side() + place % side();
                    if (tile == tiles - 1) {
                        zeros = row;
                    } else if (y < height && x < width) {
                        rows[y * width + x] = row;
                    }
                }
            }
        }
        return new ValueRows(value, channels, height, width, rows, zeros);
    }
}
