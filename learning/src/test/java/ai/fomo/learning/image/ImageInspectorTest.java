package ai.fomo.learning.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.fomo.learning.image.UnusableImageException.Reason;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageInspectorTest {
    @ParameterizedTest
    @CsvSource({"jpeg,JPEG", "png,PNG", "gif,GIF"})
    void typeAndSizeComeFromTheContent(String format, ImageType type) throws Exception {
        byte[] image = Pictures.encoded(Pictures.quarters(30, 20, BufferedImage.TYPE_INT_RGB), format);

        assertThat(ImageInspector.inspect(image)).isEqualTo(new ImageInfo(type, 30, 20));
    }

    @ParameterizedTest
    @CsvSource({"1,30,20", "3,30,20", "4,30,20", "5,20,30", "6,20,30", "8,20,30"})
    void anUprightImageHasTheSizeThatItsDecodedOneHas(int orientation, int width, int height) throws Exception {
        byte[] image = Pictures.jpeg(30, 20, orientation);

        ImageInfo upright = ImageInspector.inspectUpright(image);

        BufferedImage decoded = ImageDecoder.decode(image);
        assertThat(upright).isEqualTo(new ImageInfo(ImageType.JPEG, width, height));
        assertThat(upright).isEqualTo(new ImageInfo(ImageType.JPEG, decoded.getWidth(), decoded.getHeight()));
    }

    @Test
    void moreThan40MegapixelsAreRefusedWithoutDecoding() throws Exception {
        assertThat(refusal(Pictures.pngClaiming(30_000, 30_000)).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal(Pictures.pngClaiming(Integer.MAX_VALUE, Integer.MAX_VALUE))
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(ImageInspector.inspect(Pictures.pngClaiming(8_000, 5_000)).width())
                .isEqualTo(8_000);
    }

    @ParameterizedTest
    @CsvSource({"avif,AVIF", "heic,HEIC", "mif1,HEIF"})
    void typesOfPhonesAreRefusedByName(String brand, String name) {
        byte[] image = ("\0\0\0\u0018ftyp" + brand + "\0\0\0\0").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusal(image).reason()).isEqualTo(Reason.UNSUPPORTED_TYPE);
        assertThat(refusal(image)).hasMessageContaining(name).hasMessageContaining("convert it");
    }

    @Test
    void svgIsRefusedByName() {
        byte[] image =
                "<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);

        assertThat(refusal(image)).hasMessageContaining("SVG");
    }

    @Test
    void whatIsNoImageIsUnreadable() {
        assertThat(refusal(new byte[0]).reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(refusal("hello, world".getBytes(StandardCharsets.UTF_8)).reason())
                .isEqualTo(Reason.UNREADABLE);
        assertThat(refusal(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}).reason())
                .isIn(Reason.UNREADABLE, Reason.TRUNCATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void aFileThatEndsTooEarlyIsTruncated(String format) {
        byte[] image = Pictures.encoded(Pictures.quarters(300, 200, BufferedImage.TYPE_INT_RGB), format);

        assertThat(refusal(Pictures.firstHalf(image)).reason()).isEqualTo(Reason.TRUNCATED);
    }

    private static UnusableImageException refusal(byte[] image) {
        UnusableImageException refusal =
                catchThrowableOfType(UnusableImageException.class, () -> ImageInspector.inspect(image));
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
