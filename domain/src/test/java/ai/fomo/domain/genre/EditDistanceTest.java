package ai.fomo.domain.genre;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
    @ParameterizedTest
    @CsvSource({"techno,techno,0", "tecno,techno,1", "tehcno,techno,1", "kitten,sitting,3", "'',soul,4"})
    void countsEdits(String a, String b, int distance) {
        assertThat(EditDistance.between(a, b)).isEqualTo(distance);
    }

    @Property
    void isSymmetricAndZeroOnlyForEquals(
            @ForAll @StringLength(max = 12) String a, @ForAll @StringLength(max = 12) String b) {
        int distance = EditDistance.between(a, b);

        assertThat(distance).isEqualTo(EditDistance.between(b, a)).isBetween(0, Math.max(a.length(), b.length()));
        assertThat(distance == 0).isEqualTo(a.equals(b));
    }
}
