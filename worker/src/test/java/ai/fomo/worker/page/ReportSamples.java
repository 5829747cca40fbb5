package ai.fomo.worker.page;

import ai.fomo.activities.evaluation.ReportContent;
import ai.fomo.activities.evaluation.Standing;
import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.SplitCounts;
import ai.fomo.domain.evaluation.Bootstrap;
import ai.fomo.domain.evaluation.CalibrationBin;
import ai.fomo.domain.evaluation.ChampionComparison;
import ai.fomo.domain.evaluation.ClassFrequencies;
import ai.fomo.domain.evaluation.Comparison;
import ai.fomo.domain.evaluation.CurvePoint;
import ai.fomo.domain.evaluation.Difference;
import ai.fomo.domain.evaluation.Estimate;
import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.EvaluationDetail;
import ai.fomo.domain.evaluation.EvaluationSource;
import ai.fomo.domain.evaluation.Figure;
import ai.fomo.domain.evaluation.Figures;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.evaluation.GenreCurve;
import ai.fomo.domain.evaluation.GenreDifference;
import ai.fomo.domain.evaluation.GenreFigures;
import ai.fomo.domain.evaluation.GenreMeasure;
import ai.fomo.domain.evaluation.Interval;
import ai.fomo.domain.evaluation.JudgedItem;
import ai.fomo.domain.evaluation.Judgement;
import ai.fomo.domain.evaluation.Measure;
import ai.fomo.domain.evaluation.RuleVerdict;
import ai.fomo.domain.evaluation.Slice;
import ai.fomo.domain.evaluation.SliceFigures;
import ai.fomo.domain.evaluation.TrainingOverlap;
import ai.fomo.domain.evaluation.UnderServed;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.domain.poster.GenreConfidence;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.domain.training.EpochMetric;
import ai.fomo.domain.training.Presets;
import ai.fomo.storage.registry.RegisteredModel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Evaluations as they come, made up: the figures of a sample need not follow from each other. */
final class ReportSamples {
    static final List<String> GENRES = List.of(
            "Blues",
            "Classical",
            "Country",
            "Electronic",
            "Folk",
            "HipHop",
            "Indie",
            "Jazz",
            "Metal",
            "Pop",
            "Punk",
            "Reggae",
            "Reggaeton",
            "Rock",
            "Soul",
            "Techno");

    /** Somebody's labels, which no page may take for its own. */
    static final List<String> CRAFTED = List.of(
            "<script>alert('x')</script>",
            "R&B | \"Soul\"",
            "[Jazz](javascript:alert`1`)",
            "a_genre_with_a_very_long_name_and_no_place_to_break_it_at_all",
            "*Größe*\n# Heading");

    private static final Instant THEN = Instant.parse("2026-11-22T18:07:12Z");
    private static final int ITEMS = 1_240;

    private ReportSamples() {}

    /** Sixteen genres, a champion, posters, slices, a gate that said yes. */
    static ReportContent promoted(Function<Sha256, Optional<byte[]>> images) {
        return content(
                new Builder(GENRES).champion().posters(),
                decision(true),
                new Standing(
                        Standing.State.PROMOTED,
                        "by maria, as promotion 4 in the history: better on Reggaeton, and nothing has fallen"),
                images);
    }

    /** Forty genres without a champion, some of which no test image has; refused. */
    static ReportContent refused(Function<Sha256, Optional<byte[]>> images) {
        List<String> genres = IntStream.range(0, 40)
                .mapToObj(i -> "Melodic Progressive Subgenre number " + i)
                .toList();
        return content(
                new Builder(genres),
                decision(false),
                new Standing(
                        Standing.State.REFUSED,
                        "2 of 5 rules of the gate refused it: no-genre-falls, beats-the-constant"),
                images);
    }

    /** As above, beside a champion that could not be compared with. */
    static ReportContent incomparable() {
        ReportContent content = refused(image -> Optional.empty());
        Evaluation evaluation = content.evaluation();
        EvaluationSource source = evaluation.source();
        return new ReportContent(
                content.report(),
                new Evaluation(
                        evaluation.format(),
                        new EvaluationSource(
                                source.run(),
                                source.model(),
                                source.dataset(),
                                source.scores(),
                                source.posters(),
                                source.posterScores(),
                                source.overlap(),
                                source.bootstrap(),
                                new ModelVersion(2, digest("champion"))),
                        evaluation.test(),
                        evaluation.posters(),
                        evaluation.slices(),
                        evaluation.underServed(),
                        evaluation.detail()),
                content.evaluatedAt(),
                content.decision(),
                content.standing(),
                content.model(),
                content.registeredAt(),
                content.trainedOn(),
                content.judgedOn(),
                content.training(),
                content.configuration(),
                content.epochs(),
                content.images());
    }

    /** Names that would do harm, waiting for a person. */
    static ReportContent crafted(Function<Sha256, Optional<byte[]>> images) {
        return content(
                new Builder(CRAFTED).champion(),
                decision(true),
                new Standing(
                        Standing.State.WAITING,
                        "it passed the gate; fomo approve retrain-posters-3 or fomo reject retrain-posters-3 decides"),
                images);
    }

    /** As little as there can be: figures of an earlier version, no draws, no curves, no bins, no epochs, no gate. */
    static ReportContent bare() {
        Sha256 digest = digest("bare");
        Figures figures = new Figures(Map.of(Measure.MEAN_AVERAGE_PRECISION, Figure.of(0.4, 0.2)));
        Evaluation evaluation = new Evaluation(
                1,
                source(Bootstrap.none(), new TrainingOverlap(List.of(), 3, 1, 2, List.of())),
                new Judgement(3, 3, 1.0, figures, List.of(new GenreFigures("Jazz", 0, 0, 0.5, Map.of())), null),
                null,
                List.of(),
                List.of(),
                new EvaluationDetail(List.of(), List.of(), List.of(), List.of(), List.of()));
        Dataset dataset = dataset(List.of("Jazz"));
        return new ReportContent(
                digest,
                evaluation,
                THEN,
                null,
                new Standing(Standing.State.JUDGED, "the gate was not asked about this evaluation"),
                model(),
                THEN,
                dataset,
                dataset,
                new ClassFrequencies(List.of("Jazz"), List.of(0), 0),
                Presets.named(Presets.LINEAR, 7),
                List.of(),
                image -> Optional.empty());
    }

    private static ReportContent content(
            Builder builder, GateDecision decision, Standing standing, Function<Sha256, Optional<byte[]>> images) {
        Dataset dataset = dataset(builder.genres);
        return new ReportContent(
                digest("report"),
                builder.build(),
                THEN,
                decision,
                standing,
                model(),
                THEN.minusSeconds(30),
                dataset,
                dataset,
                builder.training(),
                Presets.named(Presets.SMALL, 42),
                epochs(),
                images);
    }

    private static GateDecision decision(boolean passed) {
        return new GateDecision(
                digest("policy"),
                List.of(
                        new RuleVerdict(
                                "no-overlap",
                                true,
                                "no test item is in what the model or an ancestor was trained on",
                                Map.of("images", 0.0, "copies", 0.0, "groups", 0.0)),
                        new RuleVerdict(
                                "beats-the-constant",
                                passed,
                                passed
                                        ? "mAP is 0.298 above the constant, at least 0.271 with 95 % confidence; 0.02 is asked for"
                                        : "macroF1 is 0.014 below the best constant; 0.02 above it is asked for",
                                Map.of("mAP.lift", 0.298, "mAP.lift.low", 0.271, "minimum", 0.02)),
                        new RuleVerdict(
                                "no-genre-falls",
                                passed,
                                passed
                                        ? "no genre falls by more than 0.05 in average precision"
                                        : "Reggaeton falls by 0.12 in average precision, with a corrected p of 0.00041",
                                inputs()),
                        new RuleVerdict(
                                "calibrated",
                                true,
                                "the expected calibration error 0.031 is below 0.1",
                                Map.of("calibrationError", 0.031, "maximum", 0.1)),
                        new RuleVerdict(
                                "support", true, "the rarest genre has 23 test images; 10 are asked for", Map.of())));
    }

    private static Map<String, Double> inputs() {
        Map<String, Double> inputs = new TreeMap<>();
        GENRES.forEach(genre -> inputs.put(genre + ".averagePrecision.gain.low", -0.0123));
        inputs.put("p", 0.00041);
        return inputs;
    }

    private static List<EpochMetric> epochs() {
        return IntStream.rangeClosed(1, 14)
                .mapToObj(epoch -> new EpochMetric(
                        epoch,
                        0.17 + 0.2 / epoch - 0.002 * epoch,
                        0.19 + 0.15 / epoch + 0.0025 * Math.max(0, epoch - 8),
                        1.3))
                .toList();
    }

    private static EvaluationSource source(Bootstrap bootstrap, TrainingOverlap overlap) {
        return new EvaluationSource(
                new RunId("retrain-posters-3"),
                new ModelVersion(3, digest("model")),
                digest("dataset"),
                digest("scores"),
                digest("posters"),
                digest("poster scores"),
                overlap,
                bootstrap,
                null);
    }

    private static Dataset dataset(List<String> genres) {
        return new Dataset(
                digest("dataset"),
                "album-covers",
                new Labelling.Mapped(digest("map")),
                0,
                genres,
                new SplitCounts(9_920, 1_240, ITEMS));
    }

    private static RegisteredModel model() {
        return new RegisteredModel(
                digest("model"),
                new RunId("retrain-posters-3"),
                digest("dataset"),
                new EncoderId("efficientnet-lite0", digest("weights"), "onnxruntime-1.29.0", 2, 1280),
                digest("taxonomy"),
                "0.1.0+f4eaf3c",
                "17.0.16 Eclipse Adoptium",
                "nd4j-native 1.0.0-M2.1 linux-x86_64-onednn-avx2, 2 threads");
    }

    static Sha256 digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** An evaluation from random numbers of a fixed seed. */
    private static final class Builder {
        private final List<String> genres;
        private final Random random = new Random(5);
        private final List<Integer> supports = new ArrayList<>();
        private boolean champion;
        private boolean posters;

        Builder(List<String> genres) {
            this.genres = genres;
            for (int i = 0; i < genres.size(); i++) {
                // The last but one is never met.
                supports.add(i == genres.size() - 2 && genres.size() > 16 ? 0 : (int) (300 / (1 + i * 0.7)) + 5);
            }
        }

        Builder champion() {
            champion = true;
            return this;
        }

        Builder posters() {
            posters = true;
            return this;
        }

        ClassFrequencies training() {
            return new ClassFrequencies(
                    genres,
                    supports.stream()
                            .map(support -> support * 8 + random.nextInt(40))
                            .toList(),
                    ITEMS * 8);
        }

        Evaluation build() {
            return new Evaluation(
                    Evaluation.FORMAT,
                    source(Bootstrap.standard(), new TrainingOverlap(List.of(digest("dataset")), 0, 0, 0, List.of())),
                    judgement(ITEMS, 0),
                    posters ? judgement(846, 0.13) : null,
                    slices(),
                    List.of(
                            new UnderServed(
                                    genres.get(3),
                                    UnderServed.Reason.UNDER_PREDICTED,
                                    "served for 12 of 98 images that have it (12 %), while it is on 7.9 % of all"),
                            new UnderServed(
                                    genres.get(2),
                                    UnderServed.Reason.NOT_LEARNED,
                                    "average precision 0.031 (0.012 to 0.064) is not above its prevalence 0.028")),
                    detail());
        }

        private Judgement judgement(int items, double worse) {
            Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
            Map<Measure, Difference> differences = new EnumMap<>(Measure.class);
            for (Measure measure : Measure.values()) {
                double value = measure.higherIsBetter() ? 0.35 + random.nextDouble() * 0.4 - worse : 0.04 + worse / 5;
                double constant = measure.higherIsBetter() ? value - random.nextDouble() * 0.25 + 0.03 : 0.11;
                double lift = measure.gain(value, constant);
                figures.put(
                        measure,
                        new Figure(
                                value,
                                constant,
                                measure.label().endsWith("F1") ? constant + 0.04 : null,
                                new Interval(value - 0.02, value + 0.025),
                                estimate(lift, 0.03)));
                differences.put(
                        measure,
                        new Difference(value, value - 0.01, estimate(measure.gain(value, value - 0.01), 0.012)));
            }
            List<GenreFigures> all = IntStream.range(0, genres.size())
                    .mapToObj(i -> genre(i, items))
                    .toList();
            return new Judgement(
                    items,
                    items * 4 / 5,
                    2.34,
                    new Figures(figures),
                    all,
                    champion
                            ? new ChampionComparison(
                                    new ModelVersion(2, digest("champion")),
                                    new Comparison(items, items * 4 / 5, differences, genreDifferences()))
                            : null);
        }

        private GenreFigures genre(int index, int items) {
            int support = supports.get(index);
            Map<GenreMeasure, Figure> figures = new EnumMap<>(GenreMeasure.class);
            if (support > 0) {
                double prevalence = (double) support / items;
                figures.put(GenreMeasure.AVERAGE_PRECISION, figure(0.25 + 0.5 * random.nextDouble(), prevalence));
                figures.put(GenreMeasure.AUC, figure(0.6 + 0.3 * random.nextDouble(), 0.5));
                figures.put(GenreMeasure.PRECISION, figure(0.3 + 0.3 * random.nextDouble(), prevalence));
                figures.put(GenreMeasure.RECALL, figure(0.3 + 0.5 * random.nextDouble(), 0.2));
                figures.put(GenreMeasure.F1, figure(0.3 + 0.3 * random.nextDouble(), 0.1));
            }
            return new GenreFigures(
                    genres.get(index), support, (int) (support * 1.3), 0.1 + 0.5 * random.nextDouble(), figures);
        }

        private List<GenreDifference> genreDifferences() {
            return genres.stream()
                    .map(genre -> new GenreDifference(
                            genre,
                            20,
                            Map.of(
                                    GenreMeasure.AVERAGE_PRECISION,
                                    new Difference(0.4, 0.38, estimate(random.nextDouble() * 0.2 - 0.08, 0.04)))))
                    .toList();
        }

        private List<SliceFigures> slices() {
            return Stream.of(
                            new Slice(Slice.Kind.GENRE, genres.get(0)),
                            new Slice(Slice.Kind.LABELS, "1"),
                            new Slice(Slice.Kind.LABELS, "2"),
                            new Slice(Slice.Kind.LABELS, "3 or more"),
                            new Slice(Slice.Kind.SOURCE, "album-covers"),
                            new Slice(Slice.Kind.LABEL_KIND, "artist"),
                            new Slice(Slice.Kind.LABEL_KIND, "query"),
                            new Slice(Slice.Kind.MEDIUM, "covers"),
                            posters ? new Slice(Slice.Kind.MEDIUM, "posters") : null)
                    .filter(slice -> slice != null)
                    .map(slice -> new SliceFigures(
                            slice, 400, 310, 2.2, judgement(400, 0.05).figures()))
                    .toList();
        }

        private EvaluationDetail detail() {
            List<CalibrationBin> bins = IntStream.range(0, 15)
                    .mapToObj(i -> {
                        double middle = (i + 0.5) / 15;
                        int pairs = i == 13 ? 0 : (int) (14_000 / Math.pow(1.7, i));
                        return new CalibrationBin(
                                i / 15.0,
                                (i + 1) / 15.0,
                                pairs,
                                pairs == 0 ? 0 : middle,
                                pairs == 0 ? 0 : Math.min(1, middle * 0.9 + 0.03 * random.nextDouble()));
                    })
                    .toList();
            List<List<Integer>> confusion = IntStream.range(0, genres.size())
                    .mapToObj(row -> IntStream.range(0, genres.size())
                            .mapToObj(column -> row == column
                                    ? supports.get(row) * 6 / 10
                                    : random.nextInt(1 + supports.get(row) / 3 + (random.nextInt(3) == 0 ? 20 : 0)))
                            .map(count -> Math.min(count, supports.get(row)))
                            .toList())
                    .toList();
            return new EvaluationDetail(curves(), bins, confusion, items("best", 0.02), items("worst", 1.9));
        }

        private List<GenreCurve> curves() {
            return IntStream.range(0, genres.size())
                    .mapToObj(i -> {
                        if (supports.get(i) == 0) {
                            return new GenreCurve(genres.get(i), List.of(), new CurvePoint(0, 0));
                        }
                        double power = 0.5 + 2 * random.nextDouble();
                        double floor = (double) supports.get(i) / ITEMS;
                        List<CurvePoint> points = IntStream.rangeClosed(0, 100)
                                .mapToObj(step -> new CurvePoint(
                                        step / 100.0,
                                        floor
                                                + (1 - floor)
                                                        * Math.pow(1 - step / 100.0, power)
                                                        * (0.9 + 0.1 * random.nextDouble())))
                                .toList();
                        return new GenreCurve(genres.get(i), points, points.get(45));
                    })
                    .toList();
        }

        private List<JudgedItem> items(String kind, double loss) {
            return IntStream.range(0, 12)
                    .mapToObj(i -> new JudgedItem(
                            digest(kind + i),
                            List.of(genres.get(i % genres.size()), genres.get((i + 3) % genres.size())),
                            List.of(
                                    new GenreConfidence(genres.get(i % genres.size()), 0.93 - i * 0.05, false),
                                    new GenreConfidence(genres.get((i + 1) % genres.size()), 0.21, i % 4 == 0)),
                            loss + i * 0.01))
                    .toList();
        }

        private static Figure figure(double value, double constant) {
            return new Figure(
                    value, constant, null, new Interval(value - 0.05, value + 0.05), estimate(value - constant, 0.05));
        }

        private static Estimate estimate(double value, double half) {
            return new Estimate(value, half / 2, new Interval(value - half, value + half));
        }
    }
}
