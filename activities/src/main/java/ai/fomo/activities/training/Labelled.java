package ai.fomo.activities.training;

import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.learning.feature.FeatureRow;

/** An item of a dataset with its feature vector. */
public record Labelled(DatasetItem item, FeatureRow features) {}
