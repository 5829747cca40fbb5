package ai.fomo.domain.evaluation;

import java.util.Arrays;

/** All figures of a model, or of its constants, under one weighting of the groups; NaN for those that are not defined there. */
@SuppressWarnings("EnumOrdinal") // a row does not outlive its judgement
final class FigureRow {
    private static final int OVERALL = Measure.values().length;
    private static final int OF_A_GENRE = GenreMeasure.values().length;

    private final double[] figures;

    FigureRow(int classes) {
        figures = new double[OVERALL + classes * OF_A_GENRE];
        Arrays.fill(figures, Double.NaN);
    }

    static int place(Measure measure) {
        return measure.ordinal();
    }

    static int place(int genre, GenreMeasure measure) {
        return OVERALL + genre * OF_A_GENRE + measure.ordinal();
    }

    double at(int place) {
        return figures[place];
    }

    boolean has(int place) {
        return !Double.isNaN(figures[place]);
    }

    void put(Measure measure, double figure) {
        figures[place(measure)] = figure;
    }

    void put(int genre, GenreMeasure measure, double figure) {
        figures[place(genre, measure)] = figure;
    }
}
