package ai.fomo.workflows;

import ai.fomo.domain.catalogue.SourceKind;
import java.util.List;
import java.util.Locale;

/** Where work waits for a worker. One worker may serve all of them; on a cluster each host serves some. */
public final class TaskQueues {
    public static final String WORKFLOWS = "fomo-workflows";
    /** Database and S3. */
    public static final String IO = "fomo-io";
    /** Computing features: scales out over CPU or GPU hosts. */
    public static final String FEATURES = "fomo-features";
    /** Training, one at a time per host. */
    public static final String TRAINING = "fomo-training";
    /** Serving. */
    public static final String CLASSIFY = "fomo-classify";

    private static final String SOURCE_PREFIX = "fomo-source-";

    private TaskQueues() {}

    /** One per outside API, so that its rate limit throttles nothing else. */
    public static String source(String kind) {
        return SOURCE_PREFIX + kind;
    }

    public static String source(SourceKind kind) {
        return source(kind.name().toLowerCase(Locale.ROOT));
    }

    /** Where the images of a source come from: another server, with another rate. */
    public static String covers(SourceKind kind) {
        return source(kind) + "-covers";
    }

    /** All but those of the sources. */
    public static List<String> fixed() {
        return List.of(WORKFLOWS, IO, FEATURES, TRAINING, CLASSIFY);
    }
}
