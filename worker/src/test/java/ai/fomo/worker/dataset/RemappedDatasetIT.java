package ai.fomo.worker.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.activities.dataset.BuiltDataset;
import ai.fomo.activities.dataset.DatasetBuilding;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Cover;
import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.catalogue.SourceLabel;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.dataset.DatasetManifest;
import ai.fomo.domain.dataset.RareClassRule;
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.genre.GenreMap;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.domain.genre.Taxonomy;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.catalogue.CoverStore;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.genre.GenreMapStore;
import ai.fomo.storage.genre.GenreMapYaml;
import ai.fomo.worker.command.CommandRun;
import ai.fomo.worker.configuration.Configuration;
import ai.fomo.worker.configuration.TestConfiguration;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import ai.fomo.worker.wiring.DatasetBuilds;
import ai.fomo.workflows.dataset.DatasetBuildRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Other maps for labels that are stored. The images of the covers are nowhere: whoever fetched one would fail. */
@SuppressWarnings("NullAway.Init") // JUnit calls start first
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemappedDatasetIT {
    private static final int COVERS = 120;
    private static final Taxonomy TAXONOMY = new Taxonomy("three", List.of("Electronic", "Jazz", "Techno"));
    private static final GenreMap FIRST = new GenreMap("mine", "1", TAXONOMY, Map.of("house", "Electronic"));
    private static final GenreMap SECOND =
            new GenreMap("mine", "2", TAXONOMY, Map.of("deep", "Techno", "house", "deep", "polka", "Jazz"));

    private Path home;
    private Configuration configuration;
    private Platform platform;
    private DatasetBuilding building;
    private SourceStore sources;
    private CoverStore covers;
    private DatasetStore datasets;
    private GenreMapStore maps;

    @BeforeAll
    void start(@TempDir Path directory) {
        home = directory;
        configuration = TestConfiguration.of(directory);
        platform = Platform.joinOrStart(configuration, PlatformOptions.withoutWorker(), sentence -> {});
        building = DatasetBuilds.over(platform.database().jdbi(), platform.blobs());
        sources = new SourceStore(platform.database().jdbi());
        covers = new CoverStore(platform.database().jdbi());
        datasets = new DatasetStore(platform.database().jdbi());
        maps = new GenreMapStore(platform.database().jdbi());
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    void anotherMapMakesAnotherDatasetFromTheLabelsThatAreThereAndTheOneBeforeStays() {
        source("remapped", new Labelling.Mapped(maps.put(FIRST)));
        Dataset before = build("remapped").dataset();
        DatasetManifest manifest = datasets.manifest(before);
        Map<String, Integer> labels = covers.labels("remapped");

        sources.remap("remapped", maps.put(SECOND));
        Dataset after = build("remapped").dataset();

        assertThat(after.digest()).isNotEqualTo(before.digest());
        assertThat(before.labelling()).isEqualTo(new Labelling.Mapped(FIRST.digest()));
        assertThat(after.labelling()).isEqualTo(new Labelling.Mapped(SECOND.digest()));
        assertThat(itemsByClass(before)).containsOnlyKeys("Electronic", "Jazz");
        assertThat(itemsByClass(after)).containsOnlyKeys("Jazz", "Techno");
        assertThat(itemsByClass(after))
                .containsEntry("Techno", itemsByClass(before).get("Electronic"));
        assertThat(splits(after)).containsAllEntriesOf(splits(before));

        assertThat(datasets.find(before.digest())).contains(before);
        assertThat(datasets.manifest(before)).isEqualTo(manifest);
        assertThat(DatasetManifest.parse(platform.blobs().get(BlobKind.DATASETS, before.digest())))
                .isEqualTo(manifest);
        assertThat(covers.labels("remapped")).isEqualTo(labels);
        assertThat(splits(after).keySet()).noneMatch(image -> platform.blobs().exists(BlobKind.COVERS, image));
    }

    @Test
    void theFirstMapAgainMakesTheFirstDatasetAgain() {
        source("back", new Labelling.Mapped(maps.put(FIRST)));
        Dataset first = build("back").dataset();
        sources.remap("back", maps.put(SECOND));
        build("back");

        sources.remap("back", FIRST.digest());

        assertThat(build("back").dataset()).isEqualTo(first);
    }

    @Test
    void theLabelsOfADatasetAreReportedAndChangeWithAMapThatIsUsed() throws IOException {
        source("told", new Labelling.Mapped(maps.put(FIRST)));
        String file = file(SECOND);

        CommandRun report = fomo("genre", "map", "--dataset", "told");
        CommandRun used = fomo("genre", "map", "--dataset", "told", "--use", file);

        assertThat(report.exitCode()).as(report.messages()).isZero();
        assertThat(report.results())
                .contains("told: map mine 1 (" + FIRST.digest().abbreviated() + ")", "labels without a rule", "polka")
                .doesNotContain("next:");
        assertThat(used.exitCode()).as(used.messages()).isZero();
        assertThat(used.results())
                .contains("told: map mine 2", "from now on", "next: fomo dataset build told")
                .containsPattern("house +40 +Electronic +Techno")
                .containsPattern("polka +40 +no class +Jazz")
                .doesNotContain("The classes are others than before");
        assertThat(sources.find("told").orElseThrow().labelling()).isEqualTo(new Labelling.Mapped(SECOND.digest()));
        assertThat(build("told").dataset().labelling()).isEqualTo(new Labelling.Mapped(SECOND.digest()));
        assertThat(fomo("genre", "map").results()).containsPattern("mine +2 .*\\btold\\b");
    }

    @Test
    void aDatasetWhoseLabelsWereItsClassesCanHaveAMapToo() throws IOException {
        source("unmapped", new Labelling.FromLabels());
        Dataset before = build("unmapped").dataset();

        CommandRun report = fomo("genre", "map", "--dataset", "unmapped");
        JsonNode used = fomo("genre", "map", "--dataset", "unmapped", "--use", file(SECOND), "--json")
                .json();

        assertThat(report.results()).contains("unmapped: every label is a class of its own");
        assertThat(used.get("remapped").asBoolean()).isTrue();
        assertThat(used.get("otherClasses").asBoolean()).isTrue();
        assertThat(used.at("/map/digest").asText()).isEqualTo(SECOND.digest().hex());
        assertThat(used.at("/report/covers/Techno").asInt()).isEqualTo(40);
        assertThat(before.classes()).containsExactly("house", "jazz", "polka");
        assertThat(build("unmapped").dataset().classes()).isEqualTo(TAXONOMY.classes());
        assertThat(datasets.find(before.digest())).contains(before);
    }

    @Test
    void theMapThatADatasetHasAlreadyChangesNothing() throws IOException {
        source("same", new Labelling.Mapped(maps.put(SECOND)));

        CommandRun used = fomo("genre", "map", "--dataset", "same", "--use", file(SECOND));

        assertThat(used.exitCode()).as(used.messages()).isZero();
        assertThat(used.results()).contains("no label changes its class");
        assertThat(sources.maps("same")).hasSize(1);
    }

    @Test
    void aDatasetThatIsNotThereKeepsNoMap() throws IOException {
        CommandRun run = fomo("genre", "map", "--dataset", "nobody", "--use", file(SECOND));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.messages().lines()).hasSize(1).first().asString().contains("there is no dataset 'nobody'");
    }

    private CommandRun fomo(String... arguments) {
        return CommandRun.of(configuration, arguments);
    }

    private String file(GenreMap map) throws IOException {
        return Files.writeString(home.resolve("mine.yaml"), GenreMapYaml.write(map))
                .toString();
    }

    private BuiltDataset build(String source) {
        RareClassRule keep = new RareClassRule(RareClassRule.Treatment.KEEP, RareClassRule.DEFAULT_MINIMUM);
        return building.build(new DatasetBuildRequest(source, 0, null, keep), phase -> {});
    }

    /** Covers of 60 artists, a third of them each house, jazz and polka. */
    private void source(String name, Labelling labelling) {
        sources.create(new Source(name, SourceKind.FILES, null, labelling));
        for (int i = 0; i < COVERS; i++) {
            String label = List.of("house", "jazz", "polka").get(i / 2 % 3);
            Sha256 image = Sha256.of((name + i).getBytes(StandardCharsets.UTF_8));
            covers.add(new Cover(
                    image,
                    name,
                    i + ".png",
                    name + " artist " + i / 2,
                    null,
                    96,
                    96,
                    List.of(new SourceLabel(label, LabelKind.FILE))));
        }
    }

    private Map<String, List<Sha256>> itemsByClass(Dataset dataset) {
        return datasets.items(dataset.digest()).stream()
                .collect(Collectors.groupingBy(
                        item -> dataset.classes().get(item.classes().get(0)),
                        TreeMap::new,
                        Collectors.mapping(DatasetItem::image, Collectors.toList())));
    }

    private Map<Sha256, Split> splits(Dataset dataset) {
        return datasets.items(dataset.digest()).stream()
                .collect(Collectors.toMap(DatasetItem::image, DatasetItem::split));
    }
}
