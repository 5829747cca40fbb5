package ai.fomo.storage.genre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.genre.GenreMap;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.storage.Examples;
import ai.fomo.storage.TestDatabase;
import ai.fomo.storage.catalogue.SourceStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class GenreMapStoreIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final GenreMapStore maps = new GenreMapStore(DATABASE.jdbi());
    private final SourceStore sources = new SourceStore(DATABASE.jdbi());

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
    void aMapThatWasReadIsNotReadAgain() {
        Sha256 digest = maps.put(BundledGenreMaps.named("musicbrainz"));

        assertThat(maps.get(digest)).isSameAs(maps.get(digest));
    }

    @Test
    void aMapIsInUseByTheSourcesWhoseLabelsGoThroughItNow() {
        GenreMap first = map("a", "1");
        GenreMap second = map("a", "2");
        GenreMap nobodys = map("b", "1");
        maps.put(nobodys);
        create("two", first);
        create("one", first);
        create("three", second);
        sources.create(Examples.source("without a map"));

        assertThat(maps.inUse()).containsExactly(entry(first, List.of("one", "two")), entry(second, List.of("three")));

        sources.remap("two", second.digest());
        sources.remap("one", second.digest());

        assertThat(maps.inUse()).containsExactly(entry(second, List.of("one", "three", "two")));
    }

    private void create(String source, GenreMap map) {
        sources.create(new Source(source, SourceKind.SPOTIFY, null, new Labelling.Mapped(maps.put(map))));
    }

    private static GenreMap map(String name, String version) {
        return new GenreMap(name, version, BundledGenreMaps.taxonomy(), Map.of("acid", "Techno"), List.of("seen live"));
    }

    @Test
    void anUnknownMapIsNamed() {
        assertThatThrownBy(() -> maps.get(Examples.digest("none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Examples.digest("none").hex());
    }
}
