package ai.fomo.worker.page;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.dataset.DatasetManifest;
import ai.fomo.domain.dataset.DatasetStatistics;
import ai.fomo.domain.dataset.Exclusion;
import ai.fomo.domain.dataset.LabelDrift;
import ai.fomo.domain.dataset.Leak;
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.worker.view.DatasetDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class DatasetPageTest {
    private static final String CRAFTY = "<script>alert('x')</script> & \"R\u00E9ggae\"";
    private static final List<String> CLASSES = List.of("Techno", "Jazz", CRAFTY);
    private static final List<Split> SPLITS = List.of(Split.TRAIN, Split.VALIDATION, Split.TEST);

    @Test
    void thePageIsWellFormedAndNeedsNothingButItself() throws Exception {
        String html = DatasetPage.html(document(manifest(300)), manifest(300), Noise::cover);

        Document page = Html.parse(html);
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("link").getLength()).isZero();
        assertThat(html).doesNotContain("http:", "https:", "url(", "@import", "javascript:");
        assertThat(Html.attributes(page, "img", "src"))
                .isNotEmpty()
                .allMatch(src -> src.startsWith("data:image/jpeg;base64,"));
        assertThat(Html.attributes(page, "img", "alt")).noneMatch(String::isBlank);
    }

    @Test
    void theNumbersAreThoseOfTheStatistics() throws Exception {
        DatasetManifest manifest = manifest(500);
        DatasetStatistics statistics = DatasetStatistics.of(manifest);

        Document page = Html.parse(DatasetPage.html(document(manifest), manifest, DatasetPageTest::nothing));

        List<List<String>> genres = Html.rows(page, "genres");
        statistics
                .classes()
                .forEach(counts -> assertThat(genres)
                        .anySatisfy(row -> assertThat(row)
                                .startsWith(
                                        counts.name(),
                                        String.valueOf(counts.train()),
                                        String.valueOf(counts.validation()),
                                        String.valueOf(counts.test()),
                                        String.valueOf(counts.total()))));
        List<List<String>> heat = Html.rows(page, "heat");
        List<String> order = heat.get(0).subList(1, heat.get(0).size());
        for (List<String> row : heat.subList(1, heat.size())) {
            int first = CLASSES.indexOf(row.get(0));
            for (int column = 0; column < order.size(); column++) {
                int images = statistics.coOccurrence().get(first).get(CLASSES.indexOf(order.get(column)));
                assertThat(row.get(column + 1)).isEqualTo(String.valueOf(images));
            }
        }
    }

    @Test
    void namesThatPeopleGaveAreTextAndNothingElse() throws Exception {
        String html = DatasetPage.html(document(manifest(60)), manifest(60), DatasetPageTest::nothing);

        assertThat(html).doesNotContain("<script");
        assertThat(Html.rows(Html.parse(html), "genres"))
                .anySatisfy(row -> assertThat(row).startsWith(CRAFTY));
    }

    @Test
    void aHundredGenresAndManyCoversStayBelowTwoMegabytes() throws Exception {
        List<String> classes =
                IntStream.range(0, 100).mapToObj(i -> "genre " + i).toList();
        List<DatasetItem> items = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            items.add(new DatasetItem(digest(i), "group " + i, SPLITS.get(i % 3), List.of(i % 100)));
        }
        DatasetManifest manifest = new DatasetManifest(classes, items);

        String html = DatasetPage.html(document(manifest), manifest, Noise::cover);

        assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(2_000_000);
        assertThat(Html.parse(html).getElementsByTagName("img").getLength()).isGreaterThan(100);
    }

    @Test
    void aWholeDatasetWithoutFaultsHasAPageToo() throws Exception {
        DatasetManifest manifest = manifest(90);
        Dataset dataset = dataset(manifest);
        DatasetDocument document = DatasetDocument.of(
                dataset, Instant.EPOCH, DatasetStatistics.of(manifest), List.of(), List.of(), List.of(), null);

        String html = DatasetPage.html(document, manifest, DatasetPageTest::nothing);

        assertThat(html).contains("None found").contains("every image of the source is in the dataset");
        assertThat(Html.parse(html).getElementsByTagName("img").getLength()).isZero();
    }

    private static DatasetManifest manifest(int items) {
        Random random = new Random(7);
        List<DatasetItem> all = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            TreeSet<Integer> classes = new TreeSet<>(List.of(random.nextInt(3), random.nextInt(2)));
            all.add(new DatasetItem(digest(i), "group " + i, SPLITS.get(i % 3), List.copyOf(classes)));
        }
        return new DatasetManifest(CLASSES, all);
    }

    private static Dataset dataset(DatasetManifest manifest) {
        return new Dataset(
                manifest.digest(), "posters", new Labelling.FromLabels(), 0, manifest.classes(), manifest.counts());
    }

    private static DatasetDocument document(DatasetManifest manifest) {
        DatasetStatistics statistics = DatasetStatistics.of(manifest);
        DatasetStatistics earlier = DatasetStatistics.of(new DatasetManifest(
                manifest.classes(), manifest.items().subList(0, manifest.items().size() / 2)));
        return DatasetDocument.of(
                dataset(manifest),
                Instant.EPOCH,
                statistics,
                List.of(new Exclusion(digest(-1), Exclusion.Reason.COPY, "shows the same picture as " + digest(1))),
                List.of(
                        new Leak(Leak.Kind.NEAR_COPY, digest(-1).hex(), "shared with test", true),
                        new Leak(Leak.Kind.GROUP, "Simon & <Garfunkel>", "in train and test", false)),
                List.of("1 genre has fewer than 10 test images"),
                LabelDrift.between(digest(-2), earlier, statistics));
    }

    private static Sha256 digest(int number) {
        return Sha256.of(new byte[] {(byte) number, (byte) (number >> 8)});
    }

    private static Optional<byte[]> nothing(Sha256 image) {
        return Optional.empty();
    }
}
