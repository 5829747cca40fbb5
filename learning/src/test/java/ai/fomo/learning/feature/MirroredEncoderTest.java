package ai.fomo.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.fomo.domain.feature.View;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MirroredEncoderTest {
    @ParameterizedTest
    @ValueSource(strings = {Encoders.EFFICIENTNET_LITE0, Encoders.EFFICIENTNET_LITE0 + "@int8"})
    void featuresOfAMirroredViewAreThoseOfTheMirroredImage(String name) throws Exception {
        BufferedImage picture = picture();
        try (Encoder encoder = Encoders.shipped().open(name)) {
            Encoder mirrored = new MirroredEncoder(encoder, Encoders.side(Encoders.EFFICIENTNET_LITE0));

            float[] viewed = mirrored.encode(List.of(mirrored.prepare(png(picture))))[0];

            float[] expected = encoder.encode(List.of(encoder.prepare(png(mirror(picture)))))[0];
            float[] original = encoder.encode(List.of(encoder.prepare(png(picture))))[0];
            assertThat(viewed).containsExactly(expected, within(1e-3f));
            assertThat(difference(viewed, original)).isGreaterThan(0.1);
            assertThat(mirrored.id()).isEqualTo(encoder.id().with(View.MIRROR));
        }
    }

    @Test
    void theEncoderItBorrowsStaysOpen() throws Exception {
        try (Encoder encoder = Encoders.shipped().open(Encoders.EFFICIENTNET_LITE0)) {
            new MirroredEncoder(encoder, Encoders.side(Encoders.EFFICIENTNET_LITE0)).close();

            assertThat(encoder.encode(List.of(encoder.prepare(png(picture()))))).hasDimensions(1, 1280);
        }
    }

    private static double difference(float[] some, float[] others) {
        double largest = 0;
        for (int i = 0; i < some.length; i++) {
            largest = Math.max(largest, Math.abs(some[i] - others[i]));
        }
        return largest;
    }

    private static BufferedImage picture() {
        Random random = new Random(1);
        BufferedImage picture = new BufferedImage(300, 251, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                // Dark to the left, and noise: nothing of it is symmetric.
                picture.setRGB(x, y, (x * 200 / 300) << 16 | y << 8 | random.nextInt(256));
            }
        }
        return picture;
    }

    private static BufferedImage mirror(BufferedImage picture) {
        BufferedImage mirror = new BufferedImage(picture.getWidth(), picture.getHeight(), picture.getType());
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                mirror.setRGB(picture.getWidth() - 1 - x, y, picture.getRGB(x, y));
            }
        }
        return mirror;
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }
}
