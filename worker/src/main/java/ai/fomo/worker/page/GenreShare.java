package ai.fomo.worker.page;

import ai.fomo.domain.evaluation.ClassFrequencies;
import ai.fomo.domain.evaluation.GenreFigures;
import ai.fomo.domain.evaluation.Judgement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often a genre is on training items and on judged ones.
 *
 * @param trainingWidth of its bar, in percent of the page's longest
 */
public record GenreShare(String genre, double training, double test, String trainingWidth, String testWidth) {
    static List<GenreShare> of(ClassFrequencies training, Judgement test) {
        List<GenreShare> shares = test.genres().stream()
                .map(genre -> new GenreShare(
                        genre.genre(), share(training, genre.genre()), share(genre, test.items()), "0", "0"))
                .sorted(Comparator.comparingDouble(share -> -share.training()))
                .toList();
        double largest = shares.stream()
                .mapToDouble(share -> Math.max(share.training(), share.test()))
                .max()
                .orElse(1);
        double whole = largest > 0 ? largest : 1;
        return shares.stream()
                .map(share -> new GenreShare(
                        share.genre(),
                        share.training(),
                        share.test(),
                        Scale.percent(share.training() / whole),
                        Scale.percent(share.test() / whole)))
                .toList();
    }

    private static double share(ClassFrequencies training, String genre) {
        return IntStream.range(0, training.classes().size())
                .filter(c -> training.classes().get(c).equals(genre) && training.items() > 0)
                .mapToDouble(c -> (double) training.counts().get(c) / training.items())
                .sum();
    }

    private static double share(GenreFigures genre, int items) {
        return items == 0 ? 0 : (double) genre.support() / items;
    }
}
