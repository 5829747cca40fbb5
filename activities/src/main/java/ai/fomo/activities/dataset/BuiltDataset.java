package ai.fomo.activities.dataset;

import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetBuild;
import ai.fomo.domain.dataset.LabelDrift;
import org.jspecify.annotations.Nullable;

/**
 * A dataset that is stored.
 *
 * @param dataset what was asked for: a subset, or the whole one
 * @param full the whole one
 * @param build what became of every image, in the whole one
 * @param drift of the whole one since the whole one before; null where there was none
 */
public record BuiltDataset(
        Dataset dataset,
        Dataset full,
        DatasetBuild build,
        @Nullable LabelDrift drift) {}
