package ai.fomo.storage.dataset;

import ai.fomo.domain.dataset.Dataset;
import java.time.Instant;
import java.util.List;

/**
 * A way in which a dataset came about.
 *
 * @param builtAt the last time, where it was built in this way more than once
 * @param findings what the build had to say, one sentence each
 */
public record RecordedBuild(int id, Instant builtAt, Dataset dataset, List<String> findings) {
    public RecordedBuild {
        findings = List.copyOf(findings);
    }
}
