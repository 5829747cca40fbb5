package ai.fomo.activities.feature;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImageListTest {
    private static final List<Sha256> IMAGES = IntStream.range(0, 10)
            .mapToObj(number -> Sha256.of(("image " + number).getBytes(StandardCharsets.UTF_8)))
            .toList();

    @Test
    void everyPartIsReadAsItWasWrittenAndTheLastOneMayBeShort() {
        byte[] list = ImageList.toBytes(IMAGES);

        assertThat(ImageList.parse(list, 0, 4)).isEqualTo(IMAGES.subList(0, 4));
        assertThat(ImageList.parse(list, 4, 8)).isEqualTo(IMAGES.subList(4, 8));
        assertThat(ImageList.parse(list, 8, 12)).isEqualTo(IMAGES.subList(8, 10));
    }

    @Test
    void anEmptyListHasNoImages() {
        assertThat(ImageList.parse(ImageList.toBytes(List.of()), 0, 4)).isEmpty();
    }
}
