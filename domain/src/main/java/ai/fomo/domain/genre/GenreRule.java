package ai.fomo.domain.genre;

/**
 * A line of a map, as it was written.
 *
 * @param target a class, or another label of the map
 */
public record GenreRule(String label, String target) {
    @Override
    public String toString() {
        return label + ": " + target;
    }
}
