package ai.fomo.worker.page;

import ai.fomo.domain.evaluation.EvaluationDetail;
import ai.fomo.domain.evaluation.JudgedItem;
import ai.fomo.domain.poster.GenreConfidence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items that the model did best and worst on. */
public record Gallery(List<Item> best, List<Item> worst) {
    /** Of either kind. */
    private static final int ITEMS = 12;

    /**
     * @param picture null where the image cannot be had, or the page is full
     * @param missed true genres that were not served
     */
    public record Item(JudgedItem item, @Nullable Picture picture, List<String> missed) {
        public boolean right(GenreConfidence answer) {
            return item.truth().contains(answer.genre());
        }

        /** Width of a bar, in percent. */
        public static String width(GenreConfidence answer) {
            return Scale.percent(answer.confidence());
        }
    }

    /** The worst get their pictures first: there is more to learn from. */
    static Gallery of(EvaluationDetail detail, SampleCovers pictures) {
        List<Item> worst = items(detail.worst(), pictures);
        return new Gallery(items(detail.best(), pictures), worst);
    }

    private static List<Item> items(List<JudgedItem> judged, SampleCovers pictures) {
        List<Item> items = new ArrayList<>();
        for (JudgedItem item : judged.subList(0, Math.min(ITEMS, judged.size()))) {
            List<String> served =
                    item.answer().stream().map(GenreConfidence::genre).toList();
            items.add(new Item(
                    item,
                    pictures.of(item.image(), "image " + item.image().abbreviated())
                            .orElse(null),
                    item.truth().stream()
                            .filter(genre -> !served.contains(genre))
                            .toList()));
        }
        return items;
    }
}
