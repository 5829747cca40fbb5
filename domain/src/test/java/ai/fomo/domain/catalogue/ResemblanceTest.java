package ai.fomo.domain.catalogue;

import static ai.fomo.domain.catalogue.Resemblance.MIRRORED;
import static ai.fomo.domain.catalogue.Resemblance.NONE;
import static ai.fomo.domain.catalogue.Resemblance.UPRIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ResemblanceTest {
    @Property(tries = 200)
    void aPictureResemblesItselfWithNoiseAndItsMirrorImage(@ForAll long seed) {
        Thumbnail picture = DrawnThumbnails.picture(seed);
        Thumbnail copy = DrawnThumbnails.noisy(picture, 2, seed + 1);

        assertThat(Resemblance.between(picture, copy)).isEqualTo(UPRIGHT);
        assertThat(Resemblance.between(picture, DrawnThumbnails.mirrored(copy))).isEqualTo(MIRRORED);
        assertThat(Resemblance.between(DrawnThumbnails.mirrored(picture), DrawnThumbnails.mirrored(copy)))
                .isEqualTo(UPRIGHT);
    }

    @Property(tries = 500)
    void theOrderDoesNotMatter(@ForAll long one, @ForAll long other) {
        Thumbnail first = DrawnThumbnails.picture(one);
        Thumbnail second = DrawnThumbnails.noisy(DrawnThumbnails.picture(one), (int) (other & 15), other);

        assertThat(Resemblance.between(first, second)).isEqualTo(Resemblance.between(second, first));
    }

    @Property(tries = 500)
    void picturesOfDifferentThingsDoNotResemble(@ForAll long seed) {
        assertThat(Resemblance.between(DrawnThumbnails.picture(seed), DrawnThumbnails.picture(seed + 1)))
                .isEqualTo(NONE);
    }

    @Test
    void contrastMayDifferALittle() {
        Thumbnail picture = DrawnThumbnails.picture(3);

        assertThat(Resemblance.between(picture, DrawnThumbnails.withContrast(picture, 0.8)))
                .isEqualTo(UPRIGHT);
        assertThat(Resemblance.between(picture, DrawnThumbnails.withContrast(picture, 0.4)))
                .isEqualTo(NONE);
    }

    @Test
    void otherColoursAreAnotherPicture() {
        Thumbnail picture = DrawnThumbnails.picture(4);
        byte[] pixels = picture.pixels();
        for (int i = 256; i < 320; i++) {
            pixels[i] = (byte) Math.min(255, (pixels[i] & 0xFF) + 40);
        }

        assertThat(Resemblance.between(picture, new Thumbnail(pixels))).isEqualTo(NONE);
    }

    /** Two records' labels: the same disc, and something else in one place. */
    @Test
    void oneDifferentPatchIsAnotherPicture() {
        Thumbnail picture = DrawnThumbnails.picture(5);
        byte[] pixels = picture.pixels();
        pixels[8 * 16 + 8] = (byte) ((pixels[8 * 16 + 8] & 0xFF) < 128 ? 255 : 0);

        assertThat(Resemblance.between(picture, new Thumbnail(pixels))).isEqualTo(NONE);
    }

    @Test
    void whatIsPlainToTheLastBitResemblesNothing() {
        Thumbnail white = DrawnThumbnails.plain(255, 0, 1);

        assertThat(Resemblance.between(white, white)).isEqualTo(NONE);
        assertThat(Resemblance.between(white, DrawnThumbnails.picture(1))).isEqualTo(NONE);
    }
}
