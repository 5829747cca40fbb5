package ai.fomo.worker.demo.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoverRenderingTest {
    static List<String> genres() {
        return Styles.all().stream().map(Style::genre).toList();
    }

    @ParameterizedTest
    @MethodSource("genres")
    void theSameSeedGivesTheSameBytesAndAnotherSeedAnotherCover(String genre) {
        assertThat(cover(genre, 1).jpeg(100)).isEqualTo(cover(genre, 1).jpeg(100));
        assertThat(cover(genre, 1).jpeg(100)).isNotEqualTo(cover(genre, 2).jpeg(100));
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 300, 640})
    void aCoverIsASquareJpegOfTheSizeAskedFor(int size) throws Exception {
        byte[] jpeg = cover("Jazz", 3).jpeg(size);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));

        assertThat(jpeg).startsWith(0xff, 0xd8);
        assertThat(image.getWidth()).isEqualTo(size);
        assertThat(image.getHeight()).isEqualTo(size);
    }

    @ParameterizedTest
    @MethodSource("genres")
    void everyCoverShowsSomething(String genre) {
        for (int seed = 0; seed < 25; seed++) {
            BufferedImage image = cover(genre, seed).image(64);
            Set<Integer> colours = new HashSet<>();
            for (int i = 0; i < 64 * 64; i++) {
                colours.add(image.getRGB(i % 64, i / 64) & 0xf0f0f0);
            }
            assertThat(colours).as("colours of %s, seed %s", genre, seed).hasSizeGreaterThan(5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyMotifLeavesATrace(Motif motif) {
        Palette palette = Palette.of("000000 ff0000 00ff00 0000ff ffffff");
        Sheet sheet = Sheet.of(64, 1, palette, Seeds.random(1, "test"));
        motif.paint(sheet);
        sheet.graphics().dispose();
        assertThat(Pixels.of(sheet.image())).isNotEqualTo(blank());
    }

    @Test
    void aBlendTakesFromBothGenres() {
        Set<Motif> motifs = new HashSet<>();
        for (int seed = 0; seed < 300; seed++) {
            motifs.add(Look.of(List.of("Techno", "Folk"), Seeds.random(seed, "test"))
                    .motif());
        }
        assertThat(motifs)
                .containsAll(Styles.of("Techno").motifs())
                .containsAll(Styles.of("Folk").motifs());
    }

    @Test
    void genresDifferInWhatIsFrequentAndNotInWhatIsPossible() {
        int habitual = 0;
        int covers = 1_000;
        for (int seed = 0; seed < covers; seed++) {
            Motif motif = Look.of(List.of("Metal"), Seeds.random(seed, "test")).motif();
            habitual += Styles.of("Metal").motifs().contains(motif) ? 1 : 0;
        }
        assertThat(habitual).isBetween((int) (covers * Look.HABIT * 0.9), covers - 1);
    }

    @Test
    void lettersAreReadableOnAnyGround() {
        for (Style style : Styles.all()) {
            for (Palette palette : style.palettes()) {
                for (Color under : palette.colours()) {
                    Color ink = palette.mostReadableOn(under);
                    assertThat(Math.abs(brightness(ink) - brightness(under))).isGreaterThan(0.29);
                }
            }
        }
    }

    @Test
    void theFontsOfTheMachineMakeNoDifference() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Dsun.font.fontmanager=out.of.order",
                "-cp",
                System.getProperty("java.class.path"),
                DrawWithoutFonts.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("pixels " + Pixels.ofSomeCovers());
    }

    @Test
    void aGenreWithoutAStyleIsRefusedByName() {
        assertThatThrownBy(() -> cover("Polka", 1).image(64))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no style for genre 'Polka'");
        assertThatThrownBy(() -> new CoverRendering(List.of(), "a", "b", 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static CoverRendering cover(String genre, long seed) {
        return new CoverRendering(List.of(genre), "The Foxes", "Garden No. 1", seed);
    }

    private static byte[] blank() {
        return Pixels.of(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB));
    }

    private static double brightness(Color colour) {
        return (0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue()) / 255;
    }
}
