package ai.fomo.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Against scipy's minimiser and scikit-learn's logistic regression; {@code calibration.py} beside the resources. */
class CalibrationReferenceTest {
    private static final int CLASSES = 5;

    @Test
    void linesAreThoseOfScipy() throws IOException {
        Calibration calibration = CalibrationFit.fit(logits(), truths());

        for (int genre = 0; genre < CLASSES; genre++) {
            expect("class" + genre, calibration, genre);
        }
    }

    @Test
    void withoutShrinkageLinesAreThoseOfScikitLearn() throws IOException {
        Calibration calibration =
                CalibrationFit.fit(logits(), truths(), Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

        for (int genre : List.of(0, 1)) {
            expect("unshrunk" + genre, calibration, genre);
        }
    }

    private static void expect(String name, Calibration actual, int genre) throws IOException {
        Properties expected = new Properties();
        expected.load(new StringReader(resource("calibration.properties")));
        assertThat(actual.slopes().get(genre))
                .as(name)
                .isCloseTo(Double.parseDouble(expected.getProperty(name + ".slope")), within(1e-6));
        assertThat(actual.intercepts().get(genre))
                .as(name)
                .isCloseTo(Double.parseDouble(expected.getProperty(name + ".intercept")), within(1e-6));
    }

    private static double[][] logits() throws IOException {
        return resource("calibration.csv")
                .lines()
                .map(line -> Arrays.stream(line.split(",", -1))
                        .skip(CLASSES)
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static boolean[][] truths() throws IOException {
        List<String> lines = resource("calibration.csv").lines().toList();
        boolean[][] truths = new boolean[lines.size()][CLASSES];
        for (int i = 0; i < truths.length; i++) {
            String[] fields = lines.get(i).split(",", -1);
            for (int genre = 0; genre < CLASSES; genre++) {
                truths[i][genre] = fields[genre].equals("1");
            }
        }
        return truths;
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = CalibrationReferenceTest.class.getResourceAsStream("/evaluation/" + name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
