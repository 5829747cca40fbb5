package ai.fomo.worker.page;

import ai.fomo.domain.evaluation.ChampionComparison;
import ai.fomo.domain.evaluation.Difference;
import ai.fomo.domain.evaluation.Estimate;
import ai.fomo.domain.evaluation.Figure;
import ai.fomo.domain.evaluation.Interval;
import ai.fomo.domain.evaluation.Judgement;
import ai.fomo.domain.evaluation.Measure;
import ai.fomo.worker.view.Numbers;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A model's figures beside what else there is.
 *
 * @param champion version of the model that was the champion; null where there was none to compare with
 */
public record FigureRows(Judgement judgement, @Nullable Integer champion, List<Row> rows) {
    private static final Set<Measure> RANKING =
            EnumSet.of(Measure.MEAN_AVERAGE_PRECISION, Measure.MACRO_AUC, Measure.TOP_1, Measure.TOP_2);

    /** Measures that are read together. */
    public record Group(String title, String explanation, List<Row> rows) {}

    /**
     * @param lift over the constant, with its sign
     * @param gain over the champion, with its sign; null where there is none to compare with
     */
    public record Row(
            Measure measure,
            Figure figure,
            Signed lift,
            @Nullable Double champion,
            @Nullable Signed gain) {
        /** Where the value is drawn, in percent of the scale from 0 to 1. */
        public String at() {
            return Scale.percent(figure.value());
        }

        public String constantAt() {
            return Scale.percent(figure.constant());
        }

        public @Nullable String championAt() {
            return champion == null ? null : Scale.percent(champion);
        }

        public String low() {
            Interval interval = figure.interval();
            return Scale.percent(interval == null ? figure.value() : interval.low());
        }

        public String width() {
            Interval interval = figure.interval();
            return interval == null ? "0" : Scale.percent(interval.high() - interval.low());
        }
    }

    /**
     * A difference in which positive is better.
     *
     * @param tone {@code good} or {@code bad} where the interval lies on one side of zero, otherwise empty
     */
    public record Signed(String value, @Nullable String interval, String tone) {
        static Signed of(double value, @Nullable Interval interval) {
            String tone = "";
            if (interval != null && interval.low() > 0) {
                tone = "good";
            } else if (interval != null && interval.high() < 0) {
                tone = "bad";
            }
            return new Signed(
                    Numbers.gain(value),
                    interval == null ? null : Numbers.gain(interval.low()) + " to " + Numbers.gain(interval.high()),
                    tone);
        }
    }

    static FigureRows of(Judgement judgement) {
        ChampionComparison comparison = judgement.champion();
        Map<Measure, Difference> differences =
                comparison == null ? Map.of() : comparison.comparison().measures();
        Map<Measure, Figure> figures = judgement.figures().figures();
        return new FigureRows(
                judgement,
                comparison == null ? null : comparison.champion().version(),
                Stream.of(Measure.values())
                        .filter(figures::containsKey)
                        .map(measure -> row(measure, judgement.figures().of(measure), differences.get(measure)))
                        .toList());
    }

    private static Row row(Measure measure, Figure figure, @Nullable Difference difference) {
        Estimate lift = figure.lift();
        return new Row(
                measure,
                figure,
                lift == null
                        ? Signed.of(measure.gain(figure.value(), figure.constant()), null)
                        : Signed.of(lift.value(), lift.interval()),
                difference == null ? null : difference.second(),
                difference == null
                        ? null
                        : Signed.of(difference.gain().value(), difference.gain().interval()));
    }

    /** Those that have rows. */
    public List<Group> groups() {
        return Stream.of(
                        new Group("Ranking", "whatever the thresholds", rows(row -> RANKING.contains(row.measure()))),
                        new Group(
                                "Served answers",
                                "beside the constant that names as many genres; best is the best constant of any size",
                                rows(row -> !RANKING.contains(row.measure())
                                        && row.measure().higherIsBetter())),
                        new Group(
                                "Errors",
                                "less is better",
                                rows(row -> !row.measure().higherIsBetter())))
                .filter(group -> !group.rows().isEmpty())
                .toList();
    }

    private List<Row> rows(Predicate<Row> wanted) {
        return rows.stream().filter(wanted).toList();
    }

    /** Null where the evaluation has no such figure. */
    public @Nullable Row of(Measure measure) {
        return rows.stream().filter(row -> row.measure() == measure).findFirst().orElse(null);
    }

    /** {@code 0.480 to 0.544}; empty where nothing was drawn. */
    public static String interval(@Nullable Interval interval) {
        return interval == null ? "" : Numbers.interval(interval);
    }
}
