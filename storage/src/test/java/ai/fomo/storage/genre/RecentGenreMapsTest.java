package ai.fomo.storage.genre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.genre.GenreMap;
import ai.fomo.storage.Examples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RecentGenreMapsTest {
    private final RecentGenreMaps recent = new RecentGenreMaps();
    private final List<Sha256> read = new ArrayList<>();

    private GenreMap get(int number) {
        return recent.get(Examples.digest("map " + number), digest -> {
            read.add(digest);
            return new GenreMap("map " + number, "1", BundledGenreMaps.taxonomy(), Map.of());
        });
    }

    @Test
    void aMapIsReadOnce() {
        assertThat(get(1)).isSameAs(get(1));
        assertThat(get(2).name()).isEqualTo("map 2");
        assertThat(read).hasSize(2);
    }

    @Test
    void theOneThatNobodyAskedForTheLongestTimeGoesFirst() {
        for (int number = 0; number < RecentGenreMaps.SIZE; number++) {
            get(number);
        }
        get(0);
        get(RecentGenreMaps.SIZE);
        read.clear();

        get(0);
        get(1);

        assertThat(read).containsExactly(Examples.digest("map 1"));
    }

    @Test
    void aMapThatIsNotThereYetIsFoundWhenItIs() {
        assertThatThrownBy(() -> recent.get(Examples.digest("map 1"), digest -> {
                    throw new IllegalArgumentException("there is no such map");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(get(1).name()).isEqualTo("map 1");
    }
}
