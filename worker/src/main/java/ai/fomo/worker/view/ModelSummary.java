package ai.fomo.worker.view;

import static ai.fomo.worker.view.TextTable.Alignment.LEFT;
import static ai.fomo.worker.view.TextTable.Alignment.RIGHT;

import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.evaluation.Figure;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.evaluation.Measure;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.storage.evaluation.ModelJudgement;
import ai.fomo.storage.training.RunRow;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One model for a terminal: what it is, what made it, how it serves, how it was judged, when it was the champion. */
public final class ModelSummary {
    private ModelSummary() {}

    public static String of(ModelDetails details) {
        StringBuilder text = new StringBuilder(facts(details));
        ModelFileDocument file = details.file();
        text.append("\n\n").append(file == null ? "thresholds: " + details.fileProblem() : serving(file));
        text.append("\n\n").append(judgements(details.judgements()));
        text.append("\n\n")
                .append(
                        details.promotions().isEmpty()
                                ? "it was never the champion"
                                : "made the champion:\n" + PromotionTable.of(details.promotions()));
        return text.toString();
    }

    private static String facts(ModelDetails details) {
        ModelDocument model = details.model();
        String alias = model.alias();
        return new TextTable(LEFT, LEFT)
                .row("model", model.version() + (alias == null ? "" : ", " + alias))
                .row("registered (UTC)", Moments.text(model.registeredAt()))
                .row("digest", model.digest().hex())
                .row("run", run(details.run()))
                .row("configuration", configuration(details.run().configuration()))
                .row("dataset", dataset(details.dataset()))
                .row("encoder", Provenances.encoder(model.encoder()))
                .row("code version", model.codeVersion())
                .row("JDK", model.jdk())
                .row("backend", model.backend())
                .toString();
    }

    static String run(RunRow run) {
        String outcome = run.outcome();
        return run.run() + ", " + (outcome == null ? "running" : outcome + ": " + run.explanation());
    }

    static String configuration(TrainingConfiguration c) {
        return String.format(
                Locale.ROOT,
                "%s: %s, hidden units %s, dropout %s, learning rate %s (%s), weight decay %s, loss %s, views %s, batch %d,"
                        + " at most %d epochs, patience %d, seed %d",
                c.preset(),
                Words.of(c.network()),
                c.hiddenUnits(),
                c.dropout(),
                c.learningRate(),
                Words.of(c.schedule()),
                c.weightDecay(),
                Words.of(c.loss()),
                views(c),
                c.batch(),
                c.epochs(),
                c.patience(),
                c.seed());
    }

    /** For people: {@code original and mirror}. */
    public static String views(TrainingConfiguration configuration) {
        return configuration.views().stream().map(Words::of).collect(Collectors.joining(" and "));
    }

    static String dataset(Dataset dataset) {
        return String.format(
                Locale.ROOT,
                "%s %s, %,d images to train, %,d to validate, %,d to test, %d genres",
                dataset.name(),
                dataset.digest().abbreviated(),
                dataset.splits().train(),
                dataset.splits().validation(),
                dataset.splits().test(),
                dataset.classes().size());
    }

    private static String serving(ModelFileDocument file) {
        TextTable table = new TextTable(LEFT, RIGHT, RIGHT, RIGHT).row("genre", "threshold", "slope", "intercept");
        file.genres()
                .forEach(genre -> table.row(
                        genre.genre(),
                        ModelTable.number(genre.threshold()),
                        ModelTable.number(genre.slope()),
                        ModelTable.number(genre.intercept())));
        return (file.calibrated() ? "calibrated on validation images:\n" : "not calibrated:\n") + table;
    }

    private static String judgements(List<ModelJudgement> judgements) {
        if (judgements.isEmpty()) {
            return "it was never judged; judge it with fomo evaluate";
        }
        TextTable table = new TextTable(LEFT, LEFT, RIGHT, RIGHT, RIGHT, RIGHT, LEFT)
                .row("judged (UTC)", "report", "images", "mAP", "constant", "champion", "gate");
        for (ModelJudgement judgement : judgements) {
            Figure map = judgement.evaluation().figures().figures().get(Measure.MEAN_AVERAGE_PRECISION);
            Integer champion = judgement.evaluation().champion();
            table.row(
                    Moments.text(judgement.evaluation().evaluatedAt()),
                    judgement.evaluation().report().abbreviated(),
                    Numbers.count(judgement.evaluation().items()),
                    map == null ? "" : ModelTable.number(map.value()),
                    map == null ? "" : ModelTable.number(map.constant()),
                    champion == null ? "none" : champion.toString(),
                    verdict(judgement.gate()));
        }
        return table.toString();
    }

    private static String verdict(@Nullable GateDecision gate) {
        return gate == null
                ? "not asked"
                : ModelTable.verdict(gate.passed()) + " by policy "
                        + gate.policy().abbreviated();
    }
}
