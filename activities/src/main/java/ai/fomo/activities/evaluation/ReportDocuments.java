package ai.fomo.activities.evaluation;

/**
 * @param page HTML that needs nothing beside it
 * @param card a model card in Markdown
 */
public record ReportDocuments(String page, String card) {}
