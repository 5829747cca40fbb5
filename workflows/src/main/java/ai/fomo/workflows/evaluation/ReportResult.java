package ai.fomo.workflows.evaluation;

import ai.fomo.domain.Sha256;

/**
 * @param page digest of an HTML file, in {@code reports/}
 * @param card digest of the model card, Markdown, in {@code reports/}
 */
public record ReportResult(Sha256 page, Sha256 card) {}
