package ai.fomo.worker.view;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetDiff;
import ai.fomo.domain.dataset.LabelDrift;
import ai.fomo.domain.dataset.Split;
import java.util.Collection;
import java.util.List;

/**
 * The JSON of {@code fomo dataset diff}.
 *
 * @param same images with the same labels in the same split
 * @param drift how far the labels are apart, and the share of each genre in both
 */
public record DiffDocument(
        Side before,
        Side after,
        int same,
        Changes<Sha256> added,
        Changes<Sha256> removed,
        Changes<RelabelledPart> relabelled,
        Changes<MovedPart> moved,
        DatasetDocument.DriftPart drift) {
    private static final int EXAMPLES = 20;

    public record Side(String name, Sha256 digest, int images) {
        static Side of(Dataset dataset) {
            return new Side(dataset.name(), dataset.digest(), dataset.splits().total());
        }
    }

    /** @param images how many there are; only the first few are {@code examples} */
    public record Changes<T>(int images, List<T> examples) {
        static <T> Changes<T> of(List<T> all) {
            return new Changes<>(all.size(), all.subList(0, Math.min(EXAMPLES, all.size())));
        }
    }

    public record RelabelledPart(Sha256 image, Collection<String> before, Collection<String> after) {}

    public record MovedPart(Sha256 image, String group, String before, String after) {}

    public static DiffDocument of(Dataset before, Dataset after, DatasetDiff diff, LabelDrift drift) {
        return new DiffDocument(
                Side.of(before),
                Side.of(after),
                diff.same(),
                Changes.of(diff.added()),
                Changes.of(diff.removed()),
                Changes.of(diff.relabelled().stream()
                        .map(item -> new RelabelledPart(item.image(), item.before(), item.after()))
                        .toList()),
                Changes.of(diff.moved().stream()
                        .map(item ->
                                new MovedPart(item.image(), item.group(), label(item.before()), label(item.after())))
                        .toList()),
                DatasetDocument.part(drift));
    }

    private static String label(Split split) {
        return split.label();
    }
}
