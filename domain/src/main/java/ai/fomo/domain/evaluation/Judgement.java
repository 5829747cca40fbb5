package ai.fomo.domain.evaluation;

import java.util.List;

/**
 * What a model came to on some items.
 *
 * @param genres one per class, in their order
 * @param genresPerItem mean number of served classes, at least 1
 */
public record Judgement(Figures figures, List<GenreFigures> genres, double genresPerItem) {
    public Judgement {
        genres = List.copyOf(genres);
    }
}
