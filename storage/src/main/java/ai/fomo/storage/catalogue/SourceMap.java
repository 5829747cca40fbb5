package ai.fomo.storage.catalogue;

import ai.fomo.domain.Sha256;
import java.time.Instant;

/** A genre map of a source. */
public record SourceMap(Sha256 map, Instant since) {}
