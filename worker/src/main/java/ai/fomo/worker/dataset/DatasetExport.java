package ai.fomo.worker.dataset;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.ClassCounts;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.dataset.DatasetManifest;
import ai.fomo.domain.dataset.DatasetStatistics;
import ai.fomo.domain.dataset.RareClassRule;
import ai.fomo.domain.genre.GenreMap;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.domain.genre.Taxonomy;
import ai.fomo.learning.image.ImageInspector;
import ai.fomo.learning.image.UnusableImageException;
import ai.fomo.sources.files.LabelsCsvText;
import ai.fomo.storage.genre.BundledGenreMaps;
import ai.fomo.storage.genre.GenreMapYaml;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * Writes a dataset as the CSV and the directory of images that an import reads, in such a way that the dataset which the
 * import builds has the same digest: with the split of every image, and all classes in their order.
 */
public final class DatasetExport {
    private static final String CSV = "labels.csv";
    private static final String IMAGES = "images";
    private static final String MAP = "map.yaml";

    private final Function<Sha256, byte[]> images;

    /** @param images verified content by digest; throws with a sentence where it is missing or damaged */
    public DatasetExport(Function<Sha256, byte[]> images) {
        this.images = images;
    }

    /** @throws ExportRefusedException as {@link #run} does, before anything is done */
    public static void check(Path directory) {
        UnfinishedDirectory.requireFree(directory);
    }

    /**
     * @param directory does not exist, or is empty; it is complete or not there
     * @throws ExportRefusedException where it cannot be written, or a class cannot be written as a label
     */
    public ExportReport run(Dataset dataset, DatasetManifest manifest, Path directory, LongConsumer progress) {
        Optional<GenreMap> map = map(dataset, manifest);
        List<String> notes = notes(manifest, map);
        try (UnfinishedDirectory unfinished = new UnfinishedDirectory(directory)) {
            Files.createDirectory(unfinished.path().resolve(IMAGES));
            write(manifest, unfinished, progress);
            if (map.isPresent()) {
                Files.writeString(unfinished.path().resolve(MAP), GenreMapYaml.write(map.get()));
            }
            unfinished.finish();
        } catch (IOException | UncheckedIOException e) {
            throw new ExportRefusedException(directory + " cannot be written: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new ExportRefusedException(String.valueOf(e.getMessage()), e);
        }
        return new ExportReport(
                dataset.digest(),
                directory,
                manifest.items().size(),
                importCommand(dataset, manifest, directory, map.isPresent()),
                notes);
    }

    private void write(DatasetManifest manifest, UnfinishedDirectory unfinished, LongConsumer progress)
            throws IOException {
        try (BufferedWriter csv = Files.newBufferedWriter(unfinished.path().resolve(CSV))) {
            csv.write(LabelsCsvText.header());
            ManyImages.each(
                    manifest.items(), item -> row(manifest, item, unfinished), row -> append(csv, row), progress);
        }
    }

    /** Writes the image, and says what the CSV has to say of it. */
    private String row(DatasetManifest manifest, DatasetItem item, UnfinishedDirectory unfinished) {
        if (unfinished.closed()) {
            throw new ExportRefusedException("the export was interrupted; nothing of it is left");
        }
        byte[] image = images.apply(item.image());
        String file = item.image().hex() + extension(item.image(), image);
        try {
            Files.write(unfinished.path().resolve(IMAGES).resolve(file), image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> labels =
                item.classes().stream().map(c -> manifest.classes().get(c)).toList();
        return LabelsCsvText.row(file, labels, item.group(), item.split());
    }

    private static void append(BufferedWriter csv, String row) {
        try {
            csv.write(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String extension(Sha256 digest, byte[] image) {
        try {
            return switch (ImageInspector.inspect(image).type()) {
                case JPEG -> ".jpg";
                case PNG -> ".png";
                case WEBP -> ".webp";
                case GIF -> ".gif";
            };
        } catch (UnusableImageException e) {
            throw new ExportRefusedException(
                    "image " + digest + " of the dataset cannot be used any more: " + e.getMessage()
                            + "; see fomo dataset verify",
                    e);
        }
    }

    /**
     * Every class as itself. Needed where the labels were mapped, and where a class has no image any more: no label would
     * speak of it.
     */
    private static Optional<GenreMap> map(Dataset dataset, DatasetManifest manifest) {
        boolean complete = statistics(manifest).stream().allMatch(counts -> counts.total() > 0);
        if (dataset.labelling() instanceof Labelling.FromLabels && complete) {
            return Optional.empty();
        }
        Taxonomy bundled = BundledGenreMaps.taxonomy();
        Taxonomy taxonomy = manifest.classes().equals(bundled.classes())
                ? bundled
                : new Taxonomy("classes-of-" + dataset.digest().abbreviated(), manifest.classes());
        try {
            return Optional.of(new GenreMap("as-exported", "1", taxonomy, Map.of()));
        } catch (IllegalArgumentException e) {
            // Classes that a map would take for one, as Jazz and jazz.
            return Optional.empty();
        }
    }

    private static List<String> notes(DatasetManifest manifest, Optional<GenreMap> map) {
        List<String> notes = new ArrayList<>();
        List<String> empty = statistics(manifest).stream()
                .filter(counts -> counts.total() == 0)
                .map(ClassCounts::name)
                .toList();
        if (map.isEmpty() && !empty.isEmpty()) {
            notes.add("the imported dataset will lack the classes without images: " + String.join(", ", empty));
        }
        manifest.items().stream()
                .map(DatasetItem::group)
                .filter(group -> !LabelsCsvText.isReadable(group))
                .findFirst()
                .ifPresent(group -> notes.add("the imported dataset will have another digest: space around the name of"
                        + " group '" + group + "' is lost in a CSV"));
        return notes;
    }

    private static List<String> importCommand(
            Dataset dataset, DatasetManifest manifest, Path directory, boolean mapped) {
        List<String> command = new ArrayList<>(List.of(
                "dataset",
                "import",
                "--name",
                name(dataset),
                "--csv",
                directory.resolve(CSV).toString(),
                "--images",
                directory.resolve(IMAGES).toString()));
        if (mapped) {
            command.addAll(List.of("--map", directory.resolve(MAP).toString()));
        } else {
            command.add("--classes-from-labels");
        }
        if (hasRareClasses(manifest)) {
            command.addAll(List.of("--rare-classes", "keep"));
        }
        return command;
    }

    /** Not the dataset's own, which is taken wherever this was exported. */
    private static String name(Dataset dataset) {
        String suffix = "-" + dataset.digest().abbreviated().substring(0, 6).toLowerCase(Locale.ROOT);
        return dataset.name().substring(0, Math.min(dataset.name().length(), 63 - suffix.length())) + suffix;
    }

    private static boolean hasRareClasses(DatasetManifest manifest) {
        return statistics(manifest).stream().anyMatch(counts -> counts.isRare(RareClassRule.DEFAULT_MINIMUM));
    }

    private static List<ClassCounts> statistics(DatasetManifest manifest) {
        return DatasetStatistics.of(manifest).classes();
    }
}
