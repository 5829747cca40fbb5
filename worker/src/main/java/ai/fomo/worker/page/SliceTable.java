package ai.fomo.worker.page;

import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.Measure;
import ai.fomo.domain.evaluation.Slice;
import ai.fomo.domain.evaluation.SliceFigures;
import java.util.List;
import java.util.stream.Stream;

/**
 * Slices of one kind.
 *
 * @param matters whether they set what the model is for beside what it was trained on
 */
public record SliceTable(String title, boolean matters, List<SliceFigures> slices) {
    /** Of all measures those that read the same in a part as in the whole. */
    public static final List<Measure> MEASURES = List.of(
            Measure.MEAN_AVERAGE_PRECISION,
            Measure.SAMPLE_F1,
            Measure.SAMPLE_PRECISION,
            Measure.SAMPLE_RECALL,
            Measure.AT_LEAST_ONE,
            Measure.TOP_1);

    /** In the order in which they are read; kinds without slices are left out. */
    private static final List<Slice.Kind> KINDS =
            List.of(Slice.Kind.MEDIUM, Slice.Kind.SOURCE, Slice.Kind.LABEL_KIND, Slice.Kind.LABELS, Slice.Kind.GENRE);

    static List<SliceTable> of(Evaluation evaluation) {
        return KINDS.stream()
                .flatMap(kind -> {
                    List<SliceFigures> slices = evaluation.slices().stream()
                            .filter(slice -> slice.slice().kind() == kind)
                            .toList();
                    return slices.isEmpty()
                            ? Stream.empty()
                            : Stream.of(new SliceTable(title(kind), kind == Slice.Kind.MEDIUM, slices));
                })
                .toList();
    }

    private static String title(Slice.Kind kind) {
        return switch (kind) {
            case MEDIUM -> "Posters against covers: the shift that matters";
            case SOURCE -> "By source";
            case LABEL_KIND -> "By how the labels came about";
            case LABELS -> "By number of true genres";
            case GENRE -> "By true genre";
        };
    }
}
