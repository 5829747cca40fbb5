package ai.fomo.worker.view;

import static ai.fomo.worker.view.TextTable.Alignment.LEFT;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.SubsetOf;
import ai.fomo.domain.training.Position;
import ai.fomo.domain.training.TrainingAttempt;
import ai.fomo.storage.dataset.ItemOrigin;
import ai.fomo.worker.view.LineageDocument.DataPart;
import ai.fomo.worker.view.LineageDocument.MapPart;
import ai.fomo.worker.view.LineageDocument.ModelPart;
import ai.fomo.worker.view.LineageDocument.PredictionPart;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A chain for a terminal: each line rests on those below it. */
public final class LineageText {
    private static final int EXAMPLES = 3;

    private LineageText() {}

    /** @param allCovers each of them, and not just examples */
    public static String of(LineageDocument lineage, boolean allCovers) {
        TextTable chain = new TextTable(LEFT, LEFT);
        PredictionPart prediction = lineage.prediction();
        if (prediction != null) {
            chain.row("prediction", prediction(prediction));
            chain.row("poster", prediction.poster().hex());
        }
        if (lineage.models().isEmpty()) {
            run(lineage, chain);
            return chain.row("model", "none: the run has made no model").toString();
        }
        for (ModelPart model : lineage.models()) {
            model(model, chain);
            run(lineage, chain);
            data(model, chain);
            covers(model.data(), allCovers, chain);
        }
        return chain.toString();
    }

    private static String prediction(PredictionPart prediction) {
        return prediction.genres().stream()
                        .map(genre -> String.format(
                                Locale.ROOT,
                                "%s %.2f%s",
                                genre.genre(),
                                genre.confidence(),
                                genre.fallback() ? " (fallback)" : ""))
                        .collect(Collectors.joining(", "))
                + ", by model " + prediction.model() + " on " + Moments.text(prediction.classifiedAt()) + " (UTC)";
    }

    private static void run(LineageDocument lineage, TextTable chain) {
        chain.row("run", ModelSummary.run(lineage.run()))
                .row(
                        "",
                        "Temporal run id " + lineage.run().firstExecution() + ", started "
                                + Moments.text(lineage.run().startedAt()) + " (UTC)")
                .row("configuration", ModelSummary.configuration(lineage.run().configuration()));
        for (TrainingAttempt attempt : lineage.attempts()) {
            Position from = attempt.resumedFrom();
            chain.row(
                    "training",
                    (from == null ? "from the beginning" : "went on behind " + from.inWords()) + ", by "
                            + attempt.codeVersion() + ", " + attempt.jdk() + ", " + attempt.backend());
            attempt.passedOver().forEach(sentence -> chain.row("", sentence));
        }
        features(lineage.attempts(), chain);
    }

    /** All attempts are at the same training. */
    private static void features(List<TrainingAttempt> attempts, TextTable chain) {
        attempts.stream().limit(1).forEach(attempt -> {
            Sha256 mirrored = attempt.mirrored();
            chain.row("trained on", "features " + attempt.features().hex());
            if (mirrored != null) {
                chain.row("", "and of mirrored images " + mirrored.hex());
            }
        });
    }

    private static void model(ModelPart model, TextTable chain) {
        String alias = model.alias();
        chain.row(
                        "model",
                        model.version() + (alias == null ? "" : ", " + alias) + ", "
                                + model.digest().hex())
                .row("code version", model.codeVersion())
                .row("JDK", model.jdk())
                .row("backend", model.backend());
    }

    private static void data(ModelPart model, TextTable chain) {
        Dataset dataset = model.data().dataset();
        SubsetOf subset = dataset.subset();
        chain.row("encoder", Provenances.encoder(model.encoder()))
                .row("", "weights " + model.encoder().weights().hex())
                .row(
                        "features",
                        String.format(
                                Locale.ROOT,
                                "of %,d of %,d images, in %,d shards",
                                model.features().images(),
                                dataset.splits().total(),
                                model.features().shards()))
                .row("dataset", ModelSummary.dataset(dataset))
                .row("", dataset.digest().hex())
                .row(
                        "",
                        "built " + Moments.text(model.data().builtAt()) + " (UTC), split by seed " + dataset.seed()
                                + (subset == null
                                        ? ""
                                        : "; a subset of " + subset.full().abbreviated() + ", subset seed "
                                                + subset.subset().seed()));
        MapPart map = model.data().map();
        chain.row(
                "genre map",
                map == null
                        ? "none: every label is a genre of its own"
                        : map.name() + " " + map.version() + ", " + map.digest().hex());
        Source source = model.data().source();
        String address = source.address();
        chain.row(
                "source",
                source.name() + " (" + source.kind().name().toLowerCase(Locale.ROOT)
                        + (address == null ? "" : ", " + address) + ")");
    }

    private static void covers(DataPart data, boolean all, TextTable chain) {
        List<ItemOrigin> items = data.items();
        chain.row("covers", String.format(Locale.ROOT, "%,d, which show %,d images", data.covers(), items.size()));
        items.stream()
                .limit(all ? items.size() : EXAMPLES)
                .forEach(item -> chain.row(
                        "",
                        item.image().hex() + "  " + item.split().label() + "  " + String.join(", ", item.covers())));
        if (!all && items.size() > EXAMPLES) {
            chain.row("", "and " + Numbers.count(items.size() - EXAMPLES) + " more (all of them with --covers)");
        }
    }
}
