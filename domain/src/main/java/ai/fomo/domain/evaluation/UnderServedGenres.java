package ai.fomo.domain.evaluation;

import ai.fomo.domain.evaluation.UnderServed.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Finds the genres that a model does not do justice to. */
public final class UnderServedGenres {
    /** Of fewer items it is mostly luck how many of them are found. */
    static final int LEAST_SUPPORT = 5;

    /** A model that serves a class for half as many items as have it misses at least half of them, whatever its precision. */
    static final double LEAST_SHARE_SERVED = 0.5;

    private UnderServedGenres() {}

    /** In the classes' order; a class can be there for both reasons. */
    public static List<UnderServed> of(Judgement judgement) {
        List<UnderServed> found = new ArrayList<>();
        for (GenreFigures genre : judgement.genres()) {
            if (genre.support() >= LEAST_SUPPORT) {
                if (genre.served() < LEAST_SHARE_SERVED * genre.support()) {
                    found.add(new UnderServed(genre.genre(), Reason.UNDER_PREDICTED, underPredicted(genre)));
                }
                Optional<Figure> precision = genre.of(GenreMeasure.AVERAGE_PRECISION);
                Optional<Figure> auc = genre.of(GenreMeasure.AUC);
                if (precision.isPresent()
                        && auc.isPresent()
                        && !(surelyAboveChance(precision.get()) && surelyAboveChance(auc.get()))) {
                    found.add(new UnderServed(
                            genre.genre(), Reason.NOT_LEARNED, notLearned(genre, precision.get(), auc.get())));
                }
            }
        }
        return List.copyOf(found);
    }

    /**
     * Asked of AUC as well as of average precision: few positives that a draw takes twice raise the latter, so that of useless scores 11 to
     * 36 % looked surely above prevalence (simulated with 5 to 50 positives among 200 to 1,000 items), and 2 to 7 % did in AUC.
     * Without draws nothing is sure, and nothing is said.
     */
    private static boolean surelyAboveChance(Figure figure) {
        return figure.lift() == null || figure.lift().interval().low() > 0;
    }

    private static String underPredicted(GenreFigures genre) {
        double recall = genre.of(GenreMeasure.RECALL).map(Figure::value).orElse(0.0);
        return String.format(
                Locale.ROOT,
                "%s is under-predicted: named for %d of the images, truly on %d (recall %.2f)",
                genre.genre(),
                genre.served(),
                genre.support(),
                recall);
    }

    private static String notLearned(GenreFigures genre, Figure precision, Figure auc) {
        Interval sure = Objects.requireNonNull(auc.interval());
        return String.format(
                Locale.ROOT,
                "%s is not learned, as far as %d images can tell: average precision %.3f beside %.3f by chance,"
                        + " AUC %.3f (%.3f to %.3f) beside %.1f",
                genre.genre(),
                genre.support(),
                precision.value(),
                precision.constant(),
                auc.value(),
                sure.low(),
                sure.high(),
                auc.constant());
    }
}
