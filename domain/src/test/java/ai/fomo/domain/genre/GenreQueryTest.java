package ai.fomo.domain.genre;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GenreQueryTest {
    @Test
    void aClassIsAskedForInWords() {
        assertThat(GenreQuery.of("HipHop")).isEqualTo("hip hop");
        assertThat(GenreQuery.of("Jazz")).isEqualTo("jazz");
        assertThat(GenreQuery.of("DrumAndBass")).isEqualTo("drum and bass");
    }

    @Test
    void peopleMayWriteAClassAsTheyLike() {
        List<String> classes = List.of("Jazz", "HipHop");

        assertThat(GenreQuery.classMeant("hip-hop", classes)).contains("HipHop");
        assertThat(GenreQuery.classMeant(" JAZZ", classes)).contains("Jazz");
        assertThat(GenreQuery.classMeant("bebop", classes)).isEmpty();
    }
}
