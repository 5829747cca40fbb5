package ai.fomo.workflows.dataset;

import ai.fomo.domain.dataset.BuildRules;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.RareClassRule;

/** Datasets that models are only judged on. */
public final class JudgedDatasets {
    private JudgedDatasets() {}

    /** All that a source has, as it stands now. Nothing is trained on it, so a rare class does no harm. */
    public static Dataset build(String source) {
        DatasetActivities datasets = DatasetStubs.datasets();
        datasets.mapGenres(new GenreMappingRequest(source));
        DatasetStubs.fingerprints().fingerprintCovers(new FingerprintRequest(source));
        return datasets.buildDataset(new DatasetBuildRequest(
                        source,
                        BuildRules.COMMON_SEED,
                        null,
                        new RareClassRule(RareClassRule.Treatment.KEEP, RareClassRule.DEFAULT_MINIMUM)))
                .dataset();
    }
}
