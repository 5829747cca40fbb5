package ai.fomo.domain.training;

import java.util.Comparator;

/**
 * How far a training is.
 *
 * @param epochs that are done, with their validation
 * @param steps that are done of the epoch after them
 */
public record Position(int epochs, int steps) implements Comparable<Position> {
    public static final Position START = new Position(0, 0);

    private static final Comparator<Position> ORDER =
            Comparator.comparingInt(Position::epochs).thenComparingInt(Position::steps);

    public Position {
        if (epochs < 0 || steps < 0) {
            throw new IllegalArgumentException("epochs and steps must not be negative, were " + epochs + ", " + steps);
        }
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    /** As a phrase: {@code epoch 3}, {@code step 40 of epoch 4}. */
    public String inWords() {
        return steps == 0 ? "epoch " + epochs : "step " + steps + " of epoch " + (epochs + 1);
    }
}
