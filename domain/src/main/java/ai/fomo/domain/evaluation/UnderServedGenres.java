package ai.fomo.domain.evaluation;

import ai.fomo.domain.evaluation.UnderServed.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
                genre.of(GenreMeasure.AVERAGE_PRECISION)
                        .filter(figure -> !surelyAboveConstant(figure.lift()))
                        .ifPresent(figure -> found.add(
                                new UnderServed(genre.genre(), Reason.NOT_LEARNED, notLearned(genre, figure))));
            }
        }
        return List.copyOf(found);
    }

    /** Without draws nothing is sure, and nothing is said. */
    private static boolean surelyAboveConstant(@Nullable Estimate lift) {
        return lift == null || lift.interval().low() > 0;
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

    private static String notLearned(GenreFigures genre, Figure figure) {
        Estimate lift = Objects.requireNonNull(figure.lift());
        return String.format(
                Locale.ROOT,
                "%s is not learned, as far as %d images can tell: average precision %.3f beside %.3f by chance"
                        + " (%.3f to %.3f above it)",
                genre.genre(),
                genre.support(),
                figure.value(),
                figure.constant(),
                lift.interval().low(),
                lift.interval().high());
    }
}
