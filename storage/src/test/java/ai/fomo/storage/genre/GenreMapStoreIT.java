package ai.fomo.storage.genre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.genre.GenreMap;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.domain.genre.Taxonomy;
import ai.fomo.storage.Examples;
import ai.fomo.storage.TestDatabase;
import ai.fomo.storage.catalogue.SourceStore;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class GenreMapStoreIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final GenreMapStore maps = new GenreMapStore(DATABASE.jdbi());

    static Iterable<String> bundled() {
        return BundledGenreMaps.names();
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void aMapComesBackWithTheSameDigest(String name) {
        GenreMap map = BundledGenreMaps.named(name);

        Sha256 digest = maps.put(map);

        assertThat(maps.put(map)).isEqualTo(digest);
        assertThat(maps.get(digest)).isEqualTo(map);
        assertThat(maps.get(digest).digest()).isEqualTo(digest);
    }

    @Test
    void aMapIsReadOnceHoweverOftenItIsAskedFor() {
        Sha256 digest = maps.put(BundledGenreMaps.named("spotify"));

        assertThat(maps.get(digest)).isSameAs(maps.get(digest));
    }

    @Test
    void ofManyMapsEachIsStillItself() {
        Taxonomy taxonomy = new Taxonomy("one", List.of("Pop"));
        List<GenreMap> many = IntStream.range(0, 40)
                .mapToObj(i -> new GenreMap("many", "v" + i, taxonomy, Map.of("label " + i, "Pop")))
                .toList();
        List<Sha256> digests = many.stream().map(maps::put).toList();

        assertThat(digests.stream().map(maps::get)).containsExactlyElementsOf(many);
        assertThat(digests.stream().map(maps::get)).containsExactlyElementsOf(many);
    }

    @Test
    void aMapIsInUseByThoseSourcesThatHaveItNow() {
        SourceStore sources = new SourceStore(DATABASE.jdbi());
        Taxonomy taxonomy = new Taxonomy("one", List.of("Pop"));
        GenreMap first = new GenreMap("in use", "1", taxonomy, Map.of("a", "Pop"));
        GenreMap second = new GenreMap("in use", "2", taxonomy, Map.of("a", "Pop"));
        Labelling mapped = new Labelling.Mapped(maps.put(first));
        sources.create(new Source("stays", SourceKind.FILES, null, mapped));
        sources.create(new Source("also stays", SourceKind.FILES, null, mapped));
        sources.create(new Source("goes", SourceKind.FILES, null, mapped));
        sources.create(new Source("has none", SourceKind.FILES, null, new Labelling.FromLabels()));

        assertThat(maps.inUse()).containsEntry(first, List.of("also stays", "goes", "stays"));
        sources.remap("goes", maps.put(second));

        assertThat(maps.inUse())
                .containsEntry(first, List.of("also stays", "stays"))
                .containsEntry(second, List.of("goes"));
        assertThat(maps.inUse().values().stream().flatMap(List::stream)).doesNotContain("has none");
    }

    @Test
    void anUnknownMapIsNamed() {
        assertThatThrownBy(() -> maps.get(Examples.digest("none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Examples.digest("none").hex());
    }
}
