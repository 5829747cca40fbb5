package ai.fomo.worker.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The colours of all pages, by the formula of WCAG 2. What is really drawn is for a browser to say. */
class StyleTest {
    private static final Pattern VARIABLES = Pattern.compile(":root\\{([^}]*)\\}");
    private static final Pattern VARIABLE = Pattern.compile("--([a-z0-9]+):(#[0-9a-f]{3,6})");
    private static final double ENOUGH = 4.5;

    @ParameterizedTest
    @CsvSource({
        "ink, paper",
        "ink, card",
        "soft, card",
        "soft, h0",
        "bad, card",
        "bad, badpaper",
        "good, card",
        "mark, card",
        "mark, markpaper",
        "link, card",
        "t0, h0",
        "t1, h1",
        "t2, h2",
        "t3, h3",
        "t4, h4",
        "t5, h5",
        "t6, h6"
    })
    void textIsReadableOnWhatItStandsOnInLightAndDark(String text, String ground) {
        String css = new EvaluationDocuments().render(ReportSamples.bare()).page();
        Map<String, String> light = new HashMap<>();
        Map<String, String> dark = new HashMap<>();
        Matcher blocks = VARIABLES.matcher(css);
        while (blocks.find()) {
            boolean inDark = css.startsWith("(prefers-color-scheme:dark){", blocks.start() - 28);
            Matcher variables = VARIABLE.matcher(blocks.group(1));
            while (variables.find()) {
                (inDark ? dark : light).put(variables.group(1), variables.group(2));
            }
        }
        assertThat(dark).containsOnlyKeys(light.keySet());

        assertThat(contrast(light, text, ground)).isGreaterThanOrEqualTo(ENOUGH);
        assertThat(contrast(dark, text, ground)).isGreaterThanOrEqualTo(ENOUGH);
    }

    private static double contrast(Map<String, String> colours, String text, String ground) {
        double first = luminance(colours.getOrDefault(text, "none"));
        double second = luminance(colours.getOrDefault(ground, "none"));
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        String hex = colour.substring(1).toLowerCase(Locale.ROOT);
        String full = hex.length() == 6 ? hex : hex.replaceAll("(.)", "$1$1");
        double[] weights = {0.2126, 0.7152, 0.0722};
        return IntStream.range(0, 3)
                .mapToDouble(i -> weights[i] * linear(Integer.parseInt(full.substring(2 * i, 2 * i + 2), 16) / 255.0))
                .sum();
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
