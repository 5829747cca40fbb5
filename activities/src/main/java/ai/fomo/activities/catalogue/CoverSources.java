package ai.fomo.activities.catalogue;

import ai.fomo.domain.catalogue.PaceNames;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.sources.catalogue.CoverSource;

/** Which client speaks to a source: credentials and addresses are the worker's configuration. */
public interface CoverSources {
    CoverSource clientFor(Source source);

    /** What the paces of its requests are kept under. */
    PaceNames pacesOf(Source source);
}
