package ai.fomo.domain.evaluation;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A model's figures on parts of the items. */
public final class Slices {
    /** Slices point to where to look; the gate does not need their last digit, and together they hold each item several times. */
    static final int MOST_DRAWS = 200;

    private static final int MANY_LABELS = 3;

    private Slices() {}

    /**
     * By kind, classes in their order and the others by name. A slice without a sibling of its kind that holds every item is left
     * out: it says what the judgement of all says.
     */
    public static List<SliceFigures> of(Contender model, ClassFrequencies training, Bootstrap bootstrap) {
        List<SliceFigures> figures = new ArrayList<>();
        int all = model.items().items().size();
        for (Map<Slice, List<ScoredItem>> kind : byKind(model.items())) {
            boolean tellsNothing =
                    kind.size() == 1 && kind.values().iterator().next().size() == all;
            if (!tellsNothing) {
                kind.forEach((slice, items) -> figures.add(judge(slice, items, model, training, bootstrap)));
            }
        }
        return List.copyOf(figures);
    }

    private static SliceFigures judge(
            Slice slice, List<ScoredItem> items, Contender model, ClassFrequencies training, Bootstrap bootstrap) {
        Contender part = new Contender(new ScoredItems(model.items().classes(), items), model.rule());
        Judgement judgement = Evaluator.judge(part, training, bootstrap.atMost(MOST_DRAWS), null);
        return new SliceFigures(
                slice, judgement.items(), judgement.groups(), judgement.genresPerItem(), judgement.figures());
    }

    private static Collection<Map<Slice, List<ScoredItem>>> byKind(ScoredItems scored) {
        Map<Slice.Kind, Map<Slice, List<ScoredItem>>> kinds = new EnumMap<>(Slice.Kind.class);
        Map<Slice, List<ScoredItem>> genres = new LinkedHashMap<>();
        for (int genre = 0; genre < scored.classes().size(); genre++) {
            int wanted = genre;
            List<ScoredItem> having = scored.items().stream()
                    .filter(item -> item.truth().contains(wanted))
                    .toList();
            if (!having.isEmpty()) {
                genres.put(new Slice(Slice.Kind.GENRE, scored.classes().get(genre)), having);
            }
        }
        kinds.put(Slice.Kind.GENRE, genres);
        for (ScoredItem item : scored.items()) {
            add(kinds, labels(item), item);
            item.slices().stream().distinct().forEach(slice -> add(kinds, slice, item));
        }
        return kinds.values();
    }

    private static void add(Map<Slice.Kind, Map<Slice, List<ScoredItem>>> kinds, Slice slice, ScoredItem item) {
        kinds.computeIfAbsent(slice.kind(), kind -> new TreeMap<>(comparing(Slice::name)))
                .computeIfAbsent(slice, none -> new ArrayList<>())
                .add(item);
    }

    private static Slice labels(ScoredItem item) {
        int number = item.truth().size();
        return new Slice(Slice.Kind.LABELS, number < MANY_LABELS ? "" + number : MANY_LABELS + " or more");
    }
}
