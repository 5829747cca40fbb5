package ai.fomo.workflows.retrain;

import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.dataset.RareClassRule;
import ai.fomo.domain.dataset.Subset;
import ai.fomo.domain.training.TrainingConfiguration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param dataset name of the source that the dataset is built from
 * @param coversPerGenre how much of an outside source to sync; see {@code CatalogueRequest}
 * @param encoder by name
 * @param subset to train on; null for all of the dataset
 * @param posters name of a source of labelled posters, which the model is judged on besides; null for none
 * @param rareClasses what happens to classes with few examples; null for {@link RareClassRule#standard()}
 * @param genres of an outside source to sync; null for all of its map
 */
public record RetrainRequest(
        String dataset,
        SourceKind kind,
        int coversPerGenre,
        String encoder,
        TrainingConfiguration configuration,
        Approval approval,
        @Nullable Subset subset,
        @Nullable RareClassRule rareClasses,
        @Nullable String posters,
        @Nullable List<String> genres) {
    public RetrainRequest {
        genres = genres == null ? null : List.copyOf(genres);
    }

    /** On all of the source, by the standard rules. */
    public RetrainRequest(
            String dataset,
            SourceKind kind,
            int coversPerGenre,
            String encoder,
            TrainingConfiguration configuration,
            Approval approval) {
        this(dataset, kind, coversPerGenre, encoder, configuration, approval, null, null, null, null);
    }
}
