package ai.fomo.storage.genre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.genre.GenreMap;
import ai.fomo.storage.Examples;
import ai.fomo.storage.TestDatabase;
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
    void anUnknownMapIsNamed() {
        assertThatThrownBy(() -> maps.get(Examples.digest("none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Examples.digest("none").hex());
    }
}
