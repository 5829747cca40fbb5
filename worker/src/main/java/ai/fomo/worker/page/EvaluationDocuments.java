package ai.fomo.worker.page;

import ai.fomo.activities.evaluation.EvaluationPages;
import ai.fomo.activities.evaluation.ReportContent;
import ai.fomo.activities.evaluation.ReportDocuments;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** An evaluation as a page and as a model card. */
public final class EvaluationDocuments implements EvaluationPages {
    @Override
    public ReportDocuments render(ReportContent content) {
        StringOutput html = new StringOutput();
        TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, DatasetPage.PACKAGE);
        engine.render("evaluation.jte", EvaluationPage.of(content), html);
        return new ReportDocuments(html.toString(), ModelCard.of(content));
    }
}
