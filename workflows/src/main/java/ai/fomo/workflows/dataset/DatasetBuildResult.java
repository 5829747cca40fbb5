package ai.fomo.workflows.dataset;

import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.LabelDrift;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param dataset the subset, where one was asked for
 * @param excluded images of the source that are not in the whole dataset
 * @param exclusions the same by the label of their reason, most frequent first
 * @param leaks found in the whole dataset, of the kinds that there are
 * @param findings what a person should know before training, one sentence each, at most {@value #MOST_FINDINGS}
 * @param drift since the dataset before; null where there was none
 */
public record DatasetBuildResult(
        Dataset dataset,
        int excluded,
        Map<String, Integer> exclusions,
        List<LeakCount> leaks,
        List<String> findings,
        @Nullable LabelDrift drift) {
    public static final int MOST_FINDINGS = 20;

    /** Results of earlier versions have none of the lists. */
    public DatasetBuildResult {
        exclusions = exclusions == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(exclusions));
        leaks = leaks == null ? List.of() : List.copyOf(leaks);
        findings = findings == null ? List.of() : List.copyOf(findings);
    }
}
