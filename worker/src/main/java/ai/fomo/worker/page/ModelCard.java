package ai.fomo.worker.page;

import ai.fomo.activities.evaluation.ReportContent;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.SubsetOf;
import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.Figure;
import ai.fomo.domain.evaluation.GenreMeasure;
import ai.fomo.domain.evaluation.Measure;
import ai.fomo.domain.evaluation.RuleVerdict;
import ai.fomo.domain.evaluation.SliceFigures;
import ai.fomo.domain.evaluation.TrainingOverlap;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.storage.registry.RegisteredModel;
import ai.fomo.worker.view.DatasetText;
import ai.fomo.worker.view.MeasureText;
import ai.fomo.worker.view.ModelSummary;
import ai.fomo.worker.view.Numbers;
import ai.fomo.worker.view.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model card in Markdown, in the sections of Mitchell et al., "Model Cards for Model Reporting" (2019), from what an
 * evaluation recorded.
 */
final class ModelCard {
    private static final String INTENDED_USE = """
            - Names the music genres of an event poster, at least one, each with its confidence, so that nobody has to
              assign them by hand. People correct what is unsure.
            - Users: event apps that collect posters, and the platform's own poster workflow.
            - Out of scope: judging artists, events or audiences; genres that are not in the list above; images that are
              no posters or covers. It does not listen to music and does not read what a poster says.
            """;

    private static final String CAVEATS = """
            - A genre belongs to an artist and was carried over to every cover of theirs: a label can be wrong for one cover.
            - Genres that were rare in training are served less often than they occur; the under-served ones are named above.
            - Hit rates alone mislead: a constant that names many genres scores high. Read each figure beside its constant.
            - Artwork and posters follow fashions and conventions of the scenes that made them; a model learns those too.
            - Whether the images may be used for training is for whoever brings them in to clear.
            """;

    private final ReportContent content;
    private final Evaluation evaluation;
    private final StringBuilder card = new StringBuilder();

    private ModelCard(ReportContent content) {
        this.content = content;
        this.evaluation = content.evaluation();
    }

    /** Ends in a line break. */
    static String of(ReportContent content) {
        ModelCard writer = new ModelCard(content);
        writer.write();
        return writer.card.toString();
    }

    private void write() {
        Verdict verdict = Verdict.of(content);
        line("# Model card: Fomo genre classifier, version "
                + evaluation.source().model().version());
        line("");
        line("**" + capital(verdict.word()) + "**: " + Markdown.text(verdict.explanation()) + ".");
        details();
        heading("Intended use");
        card.append(INTENDED_USE);
        factors();
        metrics();
        heading("Training data");
        dataset(content.trainedOn());
        line("- " + Numbers.count(content.training().items()) + " images were trained on.");
        evaluationData();
        analyses(verdict);
        heading("Ethical considerations, caveats and recommendations");
        if (evaluation.posters() == null) {
            line(
                    "- **No labelled posters were judged.** Nothing here says how the model does on posters, which it is for.");
        }
        card.append(CAVEATS);
    }

    private void details() {
        RegisteredModel model = content.model();
        TrainingConfiguration configuration = content.configuration();
        heading("Model details");
        item("model", code(evaluation.source().model().digest().hex()));
        item("registered", DatasetText.moment(content.registeredAt()) + " UTC");
        item("run", code(evaluation.source().run().value()) + ", seed " + configuration.seed());
        item(
                "architecture",
                "frozen encoder " + Markdown.text(model.encoder().name()) + " ("
                        + Markdown.text(model.encoder().runtime()) + ", preprocessing "
                        + model.encoder().preprocessing() + ", weights "
                        + code(model.encoder().weights().hex()) + "), " + Words.of(configuration.network()) + " "
                        + Markdown.text(configuration.preset())
                        + " with hidden units " + EvaluationPage.hiddenUnits(configuration) + ", loss "
                        + Words.of(configuration.loss()) + ", views " + ModelSummary.views(configuration)
                        + "; one sigmoid and one threshold per genre");
        item("optimisation", optimisation(configuration));
        item("genres", Markdown.text(String.join(", ", content.trainedOn().classes())));
        item("taxonomy", code(model.taxonomy().hex()));
        item(
                "code, JDK, backend",
                Markdown.text(model.codeVersion()) + ", " + Markdown.text(model.jdk()) + ", "
                        + Markdown.text(model.backend()));
        if (!content.epochs().isEmpty()) {
            LossPlot losses = LossPlot.of(content.epochs());
            item(
                    "training",
                    losses.epochs().size() + " epochs, weights of epoch "
                            + losses.best().epoch() + " with validation loss "
                            + Numbers.three(losses.best().validationLoss()));
        }
    }

    private static String optimisation(TrainingConfiguration configuration) {
        return "AdamW, learning rate "
                + Numbers.exact(configuration.learningRate()) + " ("
                + Words.of(configuration.schedule())
                + "), weight decay " + Numbers.exact(configuration.weightDecay()) + ", dropout "
                + Numbers.exact(configuration.dropout())
                + ", batches of " + configuration.batch() + ", at most " + configuration.epochs()
                + " epochs, patience " + configuration.patience();
    }

    private void factors() {
        heading("Factors");
        line("- Genre, number of true genres, source, how a label came about, and posters against covers: the model is "
                + "trained on covers and used on posters.");
        line(
                "- Groups are artists: their images stay on one side of every split, and are drawn together for intervals.");
    }

    private void metrics() {
        heading("Metrics");
        line(
                "- Set-based figures judge the served answer beside a constant that names as many genres per image; ranking "
                        + "figures stand beside the prior. Averaging is named.");
        line("- Intervals: 95 %, "
                + Numbers.count(evaluation.source().bootstrap().draws())
                + " bootstrap draws of whole groups, seed "
                + evaluation.source().bootstrap().seed() + ".");
        line("- Thresholds are chosen on validation images, one per genre.");
    }

    private void evaluationData() {
        TrainingOverlap overlap = evaluation.source().overlap();
        heading("Evaluation data");
        dataset(content.judgedOn());
        line("- " + Numbers.count(evaluation.test().items()) + " test images in "
                + Numbers.count(evaluation.test().groups()) + " groups.");
        if (evaluation.posters() != null && evaluation.source().posters() != null) {
            line("- " + Numbers.count(evaluation.posters().items()) + " labelled posters, "
                    + code(evaluation.source().posters().hex()) + ".");
        }
        line("- Seen in training: " + Numbers.count(overlap.images()) + " images, " + Numbers.count(overlap.copies())
                + " copies, " + Numbers.count(overlap.groups()) + " groups.");
    }

    private void analyses(Verdict verdict) {
        heading("Quantitative analyses");
        line("### Gate");
        line("");
        if (verdict.rules().isEmpty()) {
            line("The gate was not asked.");
        }
        for (RuleVerdict rule : verdict.rules()) {
            line("- " + (rule.passed() ? "passed" : "**refused**") + " " + code(rule.rule()) + ": "
                    + Markdown.text(rule.explanation()));
        }
        figures("Test images", FigureRows.of(evaluation.test()));
        if (evaluation.posters() != null) {
            figures("Labelled posters", FigureRows.of(evaluation.posters()));
        }
        genres();
        underServed();
        slices();
    }

    private void figures(String title, FigureRows rows) {
        Integer champion = rows.champion();
        line("");
        line("### " + title);
        line("");
        line("| measure | model | 95 % | constant | over the constant |"
                + (champion == null ? "" : " over champion " + champion + " |"));
        line("| --- | ---: | ---: | ---: | ---: |" + (champion == null ? "" : " ---: |"));
        for (FigureRows.Row row : rows.rows()) {
            FigureRows.Signed gain = row.gain();
            line("| " + MeasureText.title(row.measure()) + " | "
                    + Numbers.three(row.figure().value()) + " | "
                    + FigureRows.interval(row.figure().interval()) + " | "
                    + Numbers.three(row.figure().constant()) + " | " + signed(row.lift()) + " |"
                    + (champion == null ? "" : " " + signed(gain) + " |"));
        }
    }

    private void genres() {
        line("");
        line("### Genres");
        line("");
        line("| genre | images | served | average precision | prevalence | AUC | precision | recall | F1 |");
        line("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (GenreRow row : GenreRow.of(evaluation)) {
            line("| " + Markdown.text(row.figures().genre()) + " | "
                    + Numbers.count(row.figures().support()) + " | "
                    + Numbers.count(row.figures().served()) + " | " + row.value(GenreMeasure.AVERAGE_PRECISION) + " | "
                    + row.constant(GenreMeasure.AVERAGE_PRECISION) + " | " + row.value(GenreMeasure.AUC) + " | "
                    + row.value(GenreMeasure.PRECISION) + " | " + row.value(GenreMeasure.RECALL) + " | "
                    + row.value(GenreMeasure.F1) + " |");
        }
    }

    private void underServed() {
        line("");
        line("### Under-served genres");
        line("");
        if (evaluation.underServed().isEmpty()) {
            line("None.");
        }
        evaluation
                .underServed()
                .forEach(genre ->
                        line("- **" + Markdown.text(genre.genre()) + "**: " + Markdown.text(genre.sentence())));
    }

    private void slices() {
        List<SliceTable> tables = SliceTable.of(evaluation);
        if (tables.isEmpty()) {
            return;
        }
        line("");
        line("### Slices");
        line("");
        line("| slice | images | mean average precision | constant | at least one right | constant |");
        line("| --- | ---: | ---: | ---: | ---: | ---: |");
        for (SliceTable table : tables) {
            for (SliceFigures slice : table.slices()) {
                line("| " + slice.slice().kind().label() + ": "
                        + Markdown.text(slice.slice().name()) + " | " + Numbers.count(slice.items())
                        + pair(slice, Measure.MEAN_AVERAGE_PRECISION) + pair(slice, Measure.AT_LEAST_ONE) + " |");
            }
        }
    }

    private static String pair(SliceFigures slice, Measure measure) {
        Figure figure = slice.figures().figures().get(measure);
        return figure == null
                ? " | " + GenreRow.NONE + " | " + GenreRow.NONE
                : " | " + Numbers.three(figure.value()) + " | " + Numbers.three(figure.constant());
    }

    private void dataset(Dataset dataset) {
        SubsetOf subset = dataset.subset();
        line("- " + Markdown.text(dataset.name()) + ", " + code(dataset.digest().hex()) + ", split seed "
                + dataset.seed()
                + (subset == null ? "" : ", a subset of " + code(subset.full().hex())) + ".");
        line(
                dataset.labelling() instanceof Labelling.Mapped mapped
                        ? "- Labels through genre map " + code(mapped.map().hex()) + "."
                        : "- Every label is a genre of its own.");
    }

    private static String signed(FigureRows.@Nullable Signed signed) {
        if (signed == null) {
            return GenreRow.NONE;
        }
        return signed.value() + (signed.interval() == null ? "" : " (" + signed.interval() + ")");
    }

    private void heading(String title) {
        line("");
        line("## " + title);
        line("");
    }

    private void item(String name, String value) {
        line("- " + name + ": " + value);
    }

    private void line(String text) {
        card.append(text).append('\n');
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
