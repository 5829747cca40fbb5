package ai.fomo.domain.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model came to on some items.
 *
 * @param groups what was drawn: artists, or items that belong to nobody
 * @param genresPerItem mean number of served classes, at least 1
 * @param genres one per class, in their order
 * @param champion null where there is none, or where its classes or its encoder differ
 */
public record Judgement(
        int items,
        int groups,
        double genresPerItem,
        Figures figures,
        List<GenreFigures> genres,
        @Nullable ChampionComparison champion) {
    public Judgement {
        genres = List.copyOf(genres);
    }
}
