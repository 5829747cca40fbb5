package ai.fomo.activities.evaluation;

/** Writes evaluations down for people. */
public interface EvaluationPages {
    /** A pure function of the content: equal contents are equal documents. */
    ReportDocuments render(ReportContent content);
}
