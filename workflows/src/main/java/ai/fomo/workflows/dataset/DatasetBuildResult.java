package ai.fomo.workflows.dataset;

import ai.fomo.domain.dataset.Dataset;

/** @param excluded covers of the source that are not in the dataset */
public record DatasetBuildResult(Dataset dataset, int excluded) {}
