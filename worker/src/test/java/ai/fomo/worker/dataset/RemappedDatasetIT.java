package ai.fomo.worker.dataset;

import static org.assertj.core.api.Assertions.assertThat;

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
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.genre.GenreMap;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.domain.genre.Taxonomy;
import ai.fomo.storage.catalogue.CoverStore;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.genre.GenreMapStore;
import ai.fomo.worker.configuration.TestConfiguration;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import ai.fomo.worker.wiring.DatasetBuilds;
import ai.fomo.workflows.dataset.DatasetBuildRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over covers whose images are nowhere, so that whoever wants one fails. */
class RemappedDatasetIT {
    private static final Taxonomy CLASSES = new Taxonomy("two", List.of("Electronic", "Techno"));
    private static final GenreMap FIRST =
            new GenreMap("mine", "1", CLASSES, Map.of("acid", "Techno", "chill", "Electronic", "party", "Techno"));
    private static final GenreMap SECOND =
            new GenreMap("mine", "2", CLASSES, Map.of("acid", "Techno", "chill", "Electronic", "party", "Electronic"));
    private static final List<String> LABELS = List.of("acid", "chill", "party");
    private static final int COVERS = 120;

    @Test
    void anotherVersionOfTheMapMakesAnotherDatasetOfTheStoredLabelsAndLeavesTheFirstAsItWas(@TempDir Path home) {
        try (Platform platform =
                Platform.joinOrStart(TestConfiguration.of(home), PlatformOptions.withoutWorker(), sentence -> {})) {
            Jdbi jdbi = platform.database().jdbi();
            DatasetBuilding building = DatasetBuilds.over(jdbi, platform.blobs());
            DatasetStore datasets = new DatasetStore(jdbi);
            GenreMapStore maps = new GenreMapStore(jdbi);
            addCovers(jdbi, new Labelling.Mapped(maps.put(FIRST)));
            Dataset first = build(building);
            DatasetManifest firstManifest = datasets.manifest(first);

            new SourceStore(jdbi).remap("covers", maps.put(SECOND));
            Dataset second = build(building);

            assertThat(second.digest()).isNotEqualTo(first.digest());
            assertThat(first.labelling()).isEqualTo(new Labelling.Mapped(FIRST.digest()));
            assertThat(second.labelling()).isEqualTo(new Labelling.Mapped(SECOND.digest()));
            assertThat(countOf("Techno", firstManifest)).isEqualTo(COVERS * 2 / 3);
            assertThat(countOf("Techno", datasets.manifest(second))).isEqualTo(COVERS / 3);
            assertThat(splits(datasets.manifest(second))).isEqualTo(splits(firstManifest));
            assertThat(datasets.find(first.digest())).contains(first);
            assertThat(datasets.manifest(first)).isEqualTo(firstManifest);
            assertThat(maps.get(FIRST.digest())).isEqualTo(FIRST);
            assertThat(new CoverStore(jdbi).labels("covers").keySet()).containsExactlyInAnyOrderElementsOf(LABELS);
            assertThat(blobs(jdbi)).containsExactly(Map.entry("datasets", 2));
        }
    }

    private static Dataset build(DatasetBuilding building) {
        return building.build(new DatasetBuildRequest("covers", 0, null, null), phase -> {})
                .dataset();
    }

    private static void addCovers(Jdbi jdbi, Labelling labelling) {
        new SourceStore(jdbi).create(new Source("covers", SourceKind.SPOTIFY, null, labelling));
        CoverStore covers = new CoverStore(jdbi);
        for (int i = 0; i < COVERS; i++) {
            Sha256 image = Sha256.of(("image " + i).getBytes(StandardCharsets.UTF_8));
            SourceLabel label = new SourceLabel(LABELS.get(i % LABELS.size()), LabelKind.ARTIST);
            covers.add(new Cover(image, "covers", "album " + i, "artist " + i, null, 96, 96, List.of(label)));
        }
    }

    private static long countOf(String genre, DatasetManifest manifest) {
        int index = manifest.classes().indexOf(genre);
        return manifest.items().stream()
                .filter(item -> item.classes().contains(index))
                .count();
    }

    private static Map<Sha256, Split> splits(DatasetManifest manifest) {
        return manifest.items().stream().collect(Collectors.toMap(DatasetItem::image, DatasetItem::split));
    }

    private static Map<String, Integer> blobs(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery("select kind, count(*) as blobs from blob group by kind")
                .map((row, context) -> Map.entry(row.getString("kind"), row.getInt("blobs")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
