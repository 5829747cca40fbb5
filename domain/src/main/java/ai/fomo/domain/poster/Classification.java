package ai.fomo.domain.poster;

import ai.fomo.domain.Sha256;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The genres of a poster according to one model.
 *
 * @param genres at least one, most confident first
 * @param scores one per class of the model, in its order
 */
public record Classification(
        Sha256 poster,
        ModelReference model,
        List<GenreConfidence> genres,
        Map<String, Double> scores,
        Evidence evidence) {
    public Classification {
        genres = List.copyOf(genres);
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
        if (genres.isEmpty()) {
            throw new IllegalArgumentException("poster " + poster + " has no genre");
        }
    }

    /** @param taxonomy digest of the model's classes: two models with the same one answer in the same words */
    public record ModelReference(int version, Sha256 taxonomy) {}
}
