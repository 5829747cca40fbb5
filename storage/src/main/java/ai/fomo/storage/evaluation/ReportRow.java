package ai.fomo.storage.evaluation;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import java.time.Instant;

/**
 * An evaluation written down for people.
 *
 * @param report digest of the evaluation
 * @param standing what had come of the model by then, as the page says it
 * @param page digest of an HTML file, in {@code reports/}
 * @param card digest of a model card, Markdown, in {@code reports/}
 */
public record ReportRow(RunId run, Sha256 report, String standing, Sha256 page, Sha256 card, Instant writtenAt) {}
