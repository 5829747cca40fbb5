package ai.fomo.domain.evaluation;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model judged on the test items of a dataset.
 *
 * @param model digest of the model's file
 * @param genresPerItem mean number of served classes
 * @param champion the champion on the same items; null where there is none, or where its classes differ
 */
public record Evaluation(
        RunId run,
        Sha256 dataset,
        Sha256 model,
        int items,
        double genresPerItem,
        Figures figures,
        List<GenreFigures> genres,
        @Nullable ChampionFigures champion) {
    public Evaluation {
        genres = List.copyOf(genres);
    }

    /** The model in use, judged on the same items in the same way. */
    public record ChampionFigures(int version, Sha256 model, Figures figures) {}
}
