package ai.fomo.domain.poster;

/**
 * A genre that is served.
 *
 * @param confidence probability in [0, 1]
 * @param fallback whether it is there only because no genre passed its threshold
 */
public record GenreConfidence(String genre, double confidence, boolean fallback) {}
