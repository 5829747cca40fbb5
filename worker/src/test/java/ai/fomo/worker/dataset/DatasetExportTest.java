package ai.fomo.worker.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.dataset.DatasetManifest;
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.genre.ClassMapping;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.sources.files.LabelledFile;
import ai.fomo.sources.files.LabelsCsv;
import ai.fomo.storage.genre.GenreMapYaml;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetExportTest {
    private static final List<String> CLASSES = List.of("Techno", "Jazz", "R&B, and more");
    private static final List<Split> SPLITS = List.of(Split.TRAIN, Split.VALIDATION, Split.TEST);
    private static final List<String> GROUPS =
            List.of("The Foxes", "Earth, Wind & Fire", "\"Weird Al\"", "two\nlines", "Ólafur");

    @SuppressWarnings("NullAway.Init") // JUnit sets it
    @TempDir
    private Path directory;

    private final Map<Sha256, byte[]> images = new LinkedHashMap<>();

    @BeforeEach
    void draw() throws Exception {
        for (int i = 0; i < 12; i++) {
            BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
            image.setRGB(i, 0, 0xffffff);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, i % 2 == 0 ? "png" : "jpeg", bytes);
            images.put(Sha256.of(bytes.toByteArray()), bytes.toByteArray());
        }
    }

    @Test
    void whatIsWrittenIsReadAsTheSameDataset() throws Exception {
        DatasetManifest manifest = manifest(CLASSES);

        ExportReport report = export(manifest, new Labelling.Mapped(manifest.digest()));

        assertThat(readBack(report))
                .isEqualTo(manifest)
                .extracting(DatasetManifest::digest)
                .isEqualTo(manifest.digest());
        assertThat(report.importCommand())
                .contains("--map", "--rare-classes", "keep")
                .doesNotContain("--classes-from-labels");
        assertThat(report.notes()).isEmpty();
    }

    @Test
    void whereEveryLabelIsAClassThereIsNoMap() {
        DatasetManifest manifest = manifest(List.of("Jazz", "R&B, and more", "Techno"));

        ExportReport report = export(manifest, new Labelling.FromLabels());

        assertThat(report.importCommand()).contains("--classes-from-labels").doesNotContain("--map");
        assertThat(report.directory().resolve("map.yaml")).doesNotExist();
    }

    @Test
    void aClassWithoutImagesNeedsAMapToBeThereAgain() throws Exception {
        DatasetManifest manifest = manifest(List.of("Jazz", "R&B, and more", "Techno", "Zydeco"));

        ExportReport report = export(manifest, new Labelling.FromLabels());

        assertThat(readBack(report).classes()).isEqualTo(manifest.classes());
    }

    @Test
    void everyImageIsThereByItsDigestAndItsType() throws Exception {
        ExportReport report = export(manifest(CLASSES), new Labelling.FromLabels());

        for (Map.Entry<Sha256, byte[]> image : images.entrySet()) {
            String extension = image.getValue()[0] == (byte) 0xff ? ".jpg" : ".png";
            assertThat(report.directory()
                            .resolve("images")
                            .resolve(image.getKey().hex() + extension))
                    .hasBinaryContent(image.getValue());
        }
    }

    @Test
    void aDirectoryWithSomethingInItIsLeftAlone() throws Exception {
        Path target = Files.createDirectory(directory.resolve("taken"));
        Files.writeString(target.resolve("mine.txt"), "keep me");

        assertThatThrownBy(() -> DatasetExport.check(target))
                .isInstanceOf(ExportRefusedException.class)
                .hasMessageContaining("is not empty");
        assertThat(target.resolve("mine.txt")).hasContent("keep me");
    }

    @Test
    void anEmptyDirectoryIsFilled() throws Exception {
        Files.createDirectory(directory.resolve("export"));

        assertThat(export(manifest(CLASSES), new Labelling.FromLabels())
                        .directory()
                        .resolve("labels.csv"))
                .exists();
    }

    @Test
    void anExportThatFailsLeavesNothing() throws Exception {
        DatasetManifest manifest = manifest(CLASSES);
        images.clear();

        assertThatThrownBy(() -> export(manifest, new Labelling.FromLabels())).hasMessageContaining("is gone");
        try (Stream<Path> all = Files.list(directory)) {
            assertThat(all).isEmpty();
        }
    }

    @Test
    void spaceThatACsvLosesIsSaid() {
        List<DatasetItem> items = new ArrayList<>();
        images.keySet().forEach(image -> items.add(new DatasetItem(image, " padded", Split.TRAIN, List.of(0))));

        ExportReport report = export(new DatasetManifest(List.of("Jazz"), items), new Labelling.FromLabels());

        assertThat(report.notes()).singleElement().asString().contains("' padded'", "another digest");
    }

    private ExportReport export(DatasetManifest manifest, Labelling labelling) {
        Dataset dataset =
                new Dataset(manifest.digest(), "posters", labelling, 0, manifest.classes(), manifest.counts());
        return new DatasetExport(this::image).run(dataset, manifest, directory.resolve("export"), done -> {});
    }

    private byte[] image(Sha256 digest) {
        byte[] image = images.get(digest);
        if (image == null) {
            throw new IllegalStateException("image " + digest + " is gone");
        }
        return image;
    }

    /** Three classes at least; every image has one or two of the first three. */
    private DatasetManifest manifest(List<String> classes) {
        List<DatasetItem> items = new ArrayList<>();
        int i = 0;
        for (Sha256 image : images.keySet()) {
            TreeSet<Integer> of = new TreeSet<>(List.of(i % 3, i % 2));
            items.add(new DatasetItem(image, GROUPS.get(i % GROUPS.size()), SPLITS.get(i % 3), List.copyOf(of)));
            i++;
        }
        return new DatasetManifest(classes, items);
    }

    private static DatasetManifest readBack(ExportReport report) throws Exception {
        Path directory = report.directory();
        ClassMapping mapping = ClassMapping.of(GenreMapYaml.parse(Files.readString(directory.resolve("map.yaml"))));
        List<DatasetItem> items = new ArrayList<>();
        for (LabelledFile row : LabelsCsv.read(directory.resolve("labels.csv"), directory.resolve("images"))
                .rows()) {
            TreeSet<Integer> classes = new TreeSet<>();
            row.labels().forEach(label -> classes.add(mapping.indexOf(label).orElseThrow()));
            items.add(new DatasetItem(
                    Sha256.of(Files.readAllBytes(row.path())),
                    String.valueOf(row.group()),
                    row.split() == null ? Split.TRAIN : row.split(),
                    List.copyOf(classes)));
        }
        return new DatasetManifest(mapping.classes(), items);
    }
}
