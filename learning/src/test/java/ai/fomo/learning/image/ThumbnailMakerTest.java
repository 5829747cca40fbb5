package ai.fomo.learning.image;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.catalogue.Thumbnail;
import java.awt.Color;
import java.awt.image.BufferedImage;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThumbnailMakerTest {
    private static final int BLUE = 256;
    private static final int RED = 320;

    @Test
    void aColourHasTheLumaAndChromaOfJpeg() {
        Thumbnail red = ThumbnailMaker.of(DrawnCovers.plain(Color.RED, 20, 30));

        // BT.601: 0.299 * 255 = 76.2; 128 - 0.168736 * 255 = 85.0; 128 + 0.5 * 255 = 255.5.
        assertThat(red.pixels()).startsWith(76, 76).endsWith(255, 255);
        assertThat(red.pixels()[BLUE]).isEqualTo((byte) 85);
        assertThat(red.pixels()[RED]).isEqualTo((byte) 255);
    }

    @Test
    void eachPixelIsTheAverageOverItsShareOfTheArea() {
        // 24 columns: each luma pixel is one and a half of them. Only the second is white, so half of it is in each of
        // two pixels.
        BufferedImage image = DrawnCovers.plain(Color.BLACK, 24, 16);
        for (int y = 0; y < 16; y++) {
            image.setRGB(1, y, 0xFFFFFF);
        }
        byte[] pixels = ThumbnailMaker.of(image).pixels();

        assertThat(pixels).startsWith(85, 85, 0, 0);
        assertThat(pixels[15 * 16]).isEqualTo((byte) 85);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "5,3", "16,16", "3,2000"})
    void everySizeHasAThumbnail(int width, int height) {
        BufferedImage image = DrawnCovers.plain(new Color(90, 90, 90), width, height);

        assertThat(ThumbnailMaker.of(image).pixels()).startsWith(90, 90).endsWith(128, 128);
    }

    @Property(tries = 20)
    void theMirrorImageHasTheMirroredThumbnail(
            @ForAll @IntRange(max = 1000) int seed,
            @ForAll @IntRange(min = 8, max = 400) int width,
            @ForAll @IntRange(min = 8, max = 400) int height) {
        BufferedImage image = DrawnCovers.resized(DrawnCovers.cover(seed), width, height);
        BufferedImage mirrored = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                mirrored.setRGB(width - 1 - x, y, image.getRGB(x, y));
            }
        }
        byte[] one = ThumbnailMaker.of(image).pixels();
        byte[] other = ThumbnailMaker.of(mirrored).pixels();

        for (int i = 0; i < Thumbnail.BYTES; i++) {
            int side = i < BLUE ? Thumbnail.LUMA_SIDE : Thumbnail.CHROMA_SIDE;
            int x = i % side;
            assertThat(other[i - x + side - 1 - x] & 0xFF).isBetween((one[i] & 0xFF) - 1, (one[i] & 0xFF) + 1);
        }
    }

    /** Large ones are decoded in steps of several pixels. */
    @Property(tries = 10)
    void anySizeOfAPictureHasItsThumbnail(
            @ForAll @IntRange(max = 1000) int seed, @ForAll @IntRange(min = 150, max = 1600) int side)
            throws Exception {
        BufferedImage cover = DrawnCovers.cover(seed);
        byte[] expected = ThumbnailMaker.of(cover).pixels();
        byte[] actual = ThumbnailMaker.of(DrawnCovers.png(DrawnCovers.resized(cover, side, side)))
                .pixels();

        double squares = 0;
        for (int i = 0; i < Thumbnail.BYTES; i++) {
            squares += Math.pow((actual[i] & 0xFF) - (expected[i] & 0xFF), 2);
        }
        // Root mean square in levels of 255: what scaling's own filters do at edges.
        assertThat(Math.sqrt(squares / Thumbnail.BYTES)).isLessThan(2);
    }
}
