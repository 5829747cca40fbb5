package ai.fomo.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ThumbnailTest {
    @Property(tries = 200)
    void aPlainColourIsPlainAlsoWithTheNoiseOfRecompression(
            @ForAll @IntRange(max = 255) int luma, @ForAll @IntRange(max = 3) int noise, @ForAll long seed) {
        Thumbnail plain = DrawnThumbnails.plain(luma, Math.min(noise, 2), seed);

        assertThat(plain.isPlain()).isTrue();
        assertThatThrownBy(plain::hash)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("isPlain");
    }

    @Property(tries = 200)
    void aPictureIsNot(@ForAll long seed) {
        assertThat(DrawnThumbnails.picture(seed).isPlain()).isFalse();
    }

    @Property(tries = 200)
    void theMirrorImageHasTheSameHash(@ForAll long seed) {
        Thumbnail picture = DrawnThumbnails.picture(seed);

        // Sums in another order may round differently where a coefficient is exactly on its threshold.
        assertThat(picture.hash().distance(DrawnThumbnails.mirrored(picture).hash()))
                .isLessThanOrEqualTo(1);
    }

    @Property(tries = 200)
    void noiseChangesFewBits(@ForAll long seed) {
        Thumbnail picture = DrawnThumbnails.picture(seed);

        assertThat(picture.hash()
                        .distance(DrawnThumbnails.noisy(picture, 2, seed).hash()))
                .isLessThanOrEqualTo(6);
    }

    @Test
    void theHashSaysWhichWayBrightnessGoes() {
        byte[] pixels = new byte[Thumbnail.BYTES];
        for (int i = 0; i < 16 * 16; i++) {
            pixels[i] = (byte) (i < 128 ? 200 : 50);
        }

        // Bright above, dark below: the lowest vertical frequencies 1, 3, 5 ... alternate in sign, and there are no
        // others.
        Thumbnail halves = new Thumbnail(pixels);
        assertThat(Long.bitCount(halves.hash().bits())).isBetween(2, 8);
        for (int i = 0; i < 16 * 16; i++) {
            pixels[i] = (byte) (i < 128 ? 50 : 200);
        }
        long reversed = new Thumbnail(pixels).hash().bits();
        long above = 0x5555555555555555L;
        long swapped = ((halves.hash().bits() & above) << 1) | ((halves.hash().bits() >>> 1) & above);
        assertThat(reversed).isEqualTo(swapped);
    }

    @Test
    void theBytesAreCopiedInAndOut() {
        byte[] pixels = new byte[Thumbnail.BYTES];
        Thumbnail thumbnail = new Thumbnail(pixels);
        pixels[0] = 1;
        thumbnail.pixels()[1] = 1;

        assertThat(thumbnail).isEqualTo(new Thumbnail(new byte[Thumbnail.BYTES]));
    }
}
