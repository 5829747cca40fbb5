package ai.fomo.domain.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.fomo.domain.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FeatureIndexTest {
    @Property(tries = 50)
    void whatIsWrittenIsReadBack(@ForAll @Size(max = 30) java.util.List<@IntRange(min = 0, max = 9999) Integer> rows) {
        TreeMap<Sha256, FeatureLocation> locations = new TreeMap<>();
        for (int row : rows) {
            locations.put(digest("image" + row), new FeatureLocation(digest("shard" + row % 3), row));
        }
        FeatureIndex index = new FeatureIndex(locations);

        assertThat(FeatureIndex.parse(index.toCsv())).isEqualTo(index);
    }

    @Test
    void aFileOfAnotherKindIsRefusedWithItsFirstLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureIndex.parse("image,group,split\n".getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("image,group,split");
    }

    @Test
    void aLineWithoutARowIsRefusedByItsNumber() {
        String csv = "image,shard,row\n" + digest("a") + "," + digest("b") + "\n";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureIndex.parse(csv.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("line 2");
    }

    private static Sha256 digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
