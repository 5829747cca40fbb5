package ai.fomo.worker.page;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.DatasetManifest;
import ai.fomo.worker.view.DatasetDocument;
import ai.fomo.worker.view.DatasetDocument.ClassDriftPart;
import ai.fomo.worker.view.DatasetDocument.ClassPart;
import ai.fomo.worker.view.DatasetDocument.ExclusionExample;
import ai.fomo.worker.view.DatasetDocument.LeakExample;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A dataset as a page to show around.
 *
 * @param genres the most frequent first
 * @param evidence covers that leaks and exclusions speak of, by digest
 * @param moved genres whose share has changed, the largest change first
 */
public record DatasetPage(
        DatasetDocument dataset, List<Genre> genres, HeatMap heatMap, Map<String, Picture> evidence, List<Move> moved) {
    /** In the row of a genre. */
    private static final int COVERS = 4;

    private static final int EVIDENCE = 24;

    /** Of each kind of leak and each reason: {@code --json} has more, and PostgreSQL all. */
    public static final int EXAMPLES = 5;

    static final String PACKAGE = "ai.fomo.worker.page.template";

    /**
     * A genre with the widths of its bar's parts in percent of the page's longest bar.
     *
     * @param few whether there are too few test images to judge a model by
     */
    public record Genre(
            ClassPart part,
            String trainWidth,
            String validationWidth,
            String testWidth,
            boolean few,
            List<Picture> covers) {}

    /** @param width of the change's bar, in percent of the largest change */
    public record Move(ClassDriftPart part, String width) {}

    /** @param images from S3; empty where one is missing or damaged */
    public static String html(
            DatasetDocument dataset, DatasetManifest manifest, Function<Sha256, Optional<byte[]>> images) {
        StringOutput html = new StringOutput();
        TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, PACKAGE);
        engine.render("dataset.jte", of(dataset, manifest, images), html);
        return html.toString();
    }

    static DatasetPage of(
            DatasetDocument dataset, DatasetManifest manifest, Function<Sha256, Optional<byte[]>> images) {
        SampleCovers samples = new SampleCovers(images);
        Map<String, Picture> evidence = evidence(dataset, samples);
        List<List<Picture>> covers = samples.ofClasses(manifest, COVERS + 1);
        List<@Nullable Picture> diagonal = new ArrayList<>();
        covers.forEach(ofClass -> diagonal.add(ofClass.isEmpty() ? null : ofClass.get(0)));
        List<Integer> order = IntStream.range(0, dataset.classes().size())
                .boxed()
                .sorted(Comparator.comparingInt(c -> -dataset.classes().get(c).images()))
                .toList();
        int largest =
                dataset.classes().stream().mapToInt(ClassPart::images).max().orElse(1);
        List<Genre> genres = order.stream()
                .map(c -> genre(dataset, c, Math.max(1, largest), inRow(covers.get(c))))
                .toList();
        return new DatasetPage(dataset, genres, HeatMap.of(dataset, order, diagonal), evidence, moved(dataset));
    }

    /** The first stands on the diagonal of the heat map, unless it is the only one. */
    private static List<Picture> inRow(List<Picture> covers) {
        return covers.size() < 2 ? covers : covers.subList(1, covers.size());
    }

    private static Genre genre(DatasetDocument dataset, int index, int largest, List<Picture> covers) {
        ClassPart part = dataset.classes().get(index);
        return new Genre(
                part,
                width(part.train(), largest),
                width(part.validation(), largest),
                width(part.test(), largest),
                dataset.fewTestExamples().contains(part.name()),
                covers);
    }

    private static List<Move> moved(DatasetDocument dataset) {
        if (dataset.drift() == null) {
            return List.of();
        }
        List<ClassDriftPart> moved = dataset.drift().moved();
        double largest = moved.isEmpty() ? 1 : Math.abs(moved.get(0).change());
        return moved.stream()
                .map(part -> new Move(part, width(Math.abs(part.change()), largest)))
                .toList();
    }

    private static Map<String, Picture> evidence(DatasetDocument dataset, SampleCovers samples) {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        dataset.leaks()
                .forEach(leak -> leak.examples().stream()
                        .limit(EXAMPLES)
                        .map(LeakExample::subject)
                        .filter(subject -> subject.matches("[0-9a-f]{64}"))
                        .forEach(subject -> show(subject, pictures, samples)));
        dataset.exclusions()
                .forEach(exclusion -> exclusion.examples().stream()
                        .limit(EXAMPLES)
                        .map(ExclusionExample::image)
                        .forEach(image -> show(image.hex(), pictures, samples)));
        return pictures;
    }

    private static void show(String digest, Map<String, Picture> pictures, SampleCovers samples) {
        if (pictures.size() < EVIDENCE && !pictures.containsKey(digest)) {
            samples.of(new Sha256(digest), "image " + digest.substring(0, 12))
                    .ifPresent(picture -> pictures.put(digest, picture));
        }
    }

    private static String width(double part, double whole) {
        return String.format(Locale.ROOT, "%.3f", 100 * part / whole);
    }
}
