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
        Judgement judgement = Evaluator.judge(
                new Contender(items(), new DecisionRule(List.of(0.5, 0.45, 0.4, 0.6, 0.35, 0.95))),
                new ClassFrequencies(Scores.classes(CLASSES), List.of(40, 310, 120, 55, 200, 3), 400),
                Bootstrap.none(),
                null);
        Figures figures = judgement.figures();

        expect(expected, "genresPerItem", judgement.genresPerItem());
        Map.of(
                        "mAP", figures.of(Measure.MEAN_AVERAGE_PRECISION),
                        "macroAuc", figures.of(Measure.MACRO_AUC),
                        "macroF1", figures.of(Measure.MACRO_F1),
                        "microF1", figures.of(Measure.MICRO_F1),
                        "samplePrecision", figures.of(Measure.SAMPLE_PRECISION),
                        "sampleRecall", figures.of(Measure.SAMPLE_RECALL),
                        "atLeastOne", figures.of(Measure.AT_LEAST_ONE),
                        "top1", figures.of(Measure.TOP_1),
                        "top2", figures.of(Measure.TOP_2))
                .forEach((name, figure) -> {
                    expect(expected, name, figure.value());
                    expect(expected, name + ".constant", figure.constant());
                });
        expect(
                expected,
                "macroF1.bestConstant",
                Objects.requireNonNull(figures.of(Measure.MACRO_F1).bestConstant()));
        expect(
                expected,
                "microF1.bestConstant",
                Objects.requireNonNull(figures.of(Measure.MICRO_F1).bestConstant()));
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
