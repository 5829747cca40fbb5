package ai.fomo.activities.training;

import ai.fomo.domain.dataset.DatasetItem;

/** An item of a dataset with its feature vector. The array is shared, and must not be written to. */
@SuppressWarnings("ArrayRecordComponent") // 100,000 of them: a copy or a boxed list would cost what the features do
public record Labelled(DatasetItem item, float[] features) {}
