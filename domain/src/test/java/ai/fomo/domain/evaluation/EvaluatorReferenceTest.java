package ai.fomo.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against scikit-learn, on random scores with ties; {@code reference.py} beside the resources wrote them. */
class EvaluatorReferenceTest {
    private static final int CLASSES = 6;

    @Test
    void figuresAreThoseOfScikitLearn() throws IOException {
        Properties expected = new Properties();
        expected.load(new StringReader(resource("figures.properties")));
        Judgement judgement = Evaluator.figures(
                items(),
                new DecisionRule(List.of(0.5, 0.45, 0.4, 0.6, 0.35, 0.95)),
                new ClassFrequencies(Scores.classes(CLASSES), List.of(40, 310, 120, 55, 200, 3), 400));
        Figures figures = judgement.figures();

        expect(expected, "genresPerItem", judgement.genresPerItem());
        Map.of(
                        "mAP", figures.mAP(),
                        "macroAuc", figures.macroAuc(),
                        "macroF1", figures.macroF1(),
                        "microF1", figures.microF1(),
                        "samplePrecision", figures.samplePrecision(),
                        "sampleRecall", figures.sampleRecall(),
                        "atLeastOne", figures.atLeastOne(),
                        "top1", figures.top1(),
                        "top2", figures.top2())
                .forEach((name, figure) -> {
                    expect(expected, name, figure.value());
                    expect(expected, name + ".constant", figure.constant());
                });
        expect(
                expected,
                "macroF1.bestConstant",
                Objects.requireNonNull(figures.macroF1().bestConstant()));
        expect(
                expected,
                "microF1.bestConstant",
                Objects.requireNonNull(figures.microF1().bestConstant()));
    }

    private static void expect(Properties expected, String name, double actual) {
        assertThat(actual).as(name).isCloseTo(Double.parseDouble(expected.getProperty(name)), within(1e-9));
    }

    private static ScoredItems items() throws IOException {
        List<ScoredItem> items = new ArrayList<>();
        for (String line : resource("scores.csv").lines().toList()) {
            double[] row = Arrays.stream(line.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            List<Integer> truth =
                    IntStream.range(0, CLASSES).filter(c -> row[c] == 1).boxed().toList();
            items.add(Scores.item("item " + items.size(), truth, Arrays.copyOfRange(row, CLASSES, 2 * CLASSES)));
        }
        return new ScoredItems(Scores.classes(CLASSES), items);
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = EvaluatorReferenceTest.class.getResourceAsStream("/evaluation/" + name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
