package ai.fomo.worker.demo.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.Sha256;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutlinesTest {
    private static final String EVERYTHING_THAT_IS_WRITTEN =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:";

    @ParameterizedTest
    @EnumSource
    void aTypefaceHasAGlyphForAllThatIsWritten(Typeface typeface) {
        Outlines outlines = Outlines.of(typeface);
        assertThat(EVERYTHING_THAT_IS_WRITTEN.chars())
                .allMatch(outlines::has)
                .allMatch(character -> !outlines.text(Character.toString(character))
                        .getBounds2D()
                        .isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void aTextRunsToTheRightOnItsBaseline(Typeface typeface) {
        Rectangle2D one = Outlines.of(typeface).text("H").getBounds2D();
        Rectangle2D three = Outlines.of(typeface).text("HHH").getBounds2D();

        assertThat(one.getMaxY()).isBetween(-0.05, 0.3);
        assertThat(one.getHeight()).isBetween(0.4, 1.2);
        assertThat(three.getWidth()).isBetween(2.2 * one.getWidth(), 4 * one.getWidth());
    }

    @ParameterizedTest
    @EnumSource
    void aFontIsTheOneThatItsNoticeSpeaksOfAndHasItsLicenceBeside(Typeface typeface) throws IOException {
        String file = typeface.file();
        byte[] font = resource(file);
        assertThat(new String(resource("FONTS.md"), UTF_8).lines())
                .anyMatch(line -> line.startsWith("| " + file + " |")
                        && line.contains(Sha256.of(font).toString()));

        String licence =
                new String(resource(file.replaceFirst("\\.[ot]tf$", ".LICENSE.txt")), UTF_8).replaceAll("\\s+", " ");
        assertThat(licence)
                .containsIgnoringCase("open font license")
                .containsIgnoringCase("permission is hereby granted")
                .contains("Copyright");
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Outlines.class.getResourceAsStream("fonts/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
