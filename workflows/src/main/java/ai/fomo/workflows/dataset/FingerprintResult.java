package ai.fomo.workflows.dataset;

import java.util.List;

/**
 * @param added images that have a fingerprint now and had none before
 * @param unreadable images that cannot be read, and so are compared with no others
 * @param examples of those, with the reason, one sentence each, at most {@value #MOST_EXAMPLES}
 */
public record FingerprintResult(int added, int unreadable, List<String> examples) {
    public static final int MOST_EXAMPLES = 10;

    public FingerprintResult {
        examples = List.copyOf(examples);
    }
}
