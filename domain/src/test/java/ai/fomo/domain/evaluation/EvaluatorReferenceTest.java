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
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against scikit-learn, on random scores with ties; {@code reference.py} beside the resources wrote them and says what is in them. */
class EvaluatorReferenceTest {
    private static final int CLASSES = 6;
    private static final DecisionRule RULE = new DecisionRule(List.of(0.5, 0.45, 0.4, 0.6, 0.35, 0.95));
    private static final ClassFrequencies TRAINING =
            new ClassFrequencies(Scores.classes(CLASSES), List.of(40, 310, 120, 55, 200, 3), 400);

    @ParameterizedTest
    @ValueSource(strings = {"scores", "awkward"})
    void figuresAndTheirConstantsAreThoseOfScikitLearn(String set) throws IOException {
        Judgement judgement = Evaluator.judge(new Contender(items(set), RULE), TRAINING, Bootstrap.none(), null);

        Map<String, Double> actual = new TreeMap<>();
        actual.put("genresPerItem", judgement.genresPerItem());
        judgement.figures().figures().forEach((measure, figure) -> put(actual, measure.label(), figure));
        for (int genre = 0; genre < CLASSES; genre++) {
            String prefix = genre + ".";
            judgement
                    .genres()
                    .get(genre)
                    .figures()
                    .forEach((measure, figure) -> put(actual, prefix + measure.label(), figure));
        }

        expect(actual, expected(set, false));
    }

    /** Weights are how often a draw takes an item; here each is a group of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"scores", "awkward"})
    void weightedFiguresAndTheirConstantsAreThoseOfScikitLearn(String set) throws IOException {
        Sample sample = new Sample(items(set));
        ModelFigures model = new ModelFigures(sample, RULE);
        ConstantFigures constants = new ConstantFigures(sample, TRAINING, model.tally());
        int[] weights =
                rows(set).stream().mapToInt(row -> (int) row[2 * CLASSES]).toArray();
        // Beside a draw that must not get mixed up with it.
        Weightings weightings = Weightings.of(weights, new int[weights.length], weights);

        for (int w : new int[] {0, 2}) {
            FigureRow value = model.weighted(weightings).get(w);
            FigureRow constant = constants.weighted(weightings).get(w);
            Map<String, Double> actual = new TreeMap<>();
            for (Measure measure : Measure.values()) {
                put(actual, measure.label(), value, constant, FigureRow.place(measure));
            }
            for (int genre = 0; genre < CLASSES; genre++) {
                for (GenreMeasure measure : GenreMeasure.values()) {
                    put(actual, genre + "." + measure.label(), value, constant, FigureRow.place(genre, measure));
                }
            }
            expect(actual, expected(set, true));
        }
    }

    private static void put(Map<String, Double> figures, String name, Figure figure) {
        figures.put(name, figure.value());
        figures.put(name + ".constant", figure.constant());
        @Nullable Double best = figure.bestConstant();
        if (best != null) {
            figures.put(name + ".bestConstant", best);
        }
    }

    private static void put(Map<String, Double> figures, String name, FigureRow value, FigureRow constant, int place) {
        if (value.has(place)) {
            figures.put(name, value.at(place));
            figures.put(name + ".constant", constant.at(place));
        }
    }

    /** All of them, and no others. */
    private static void expect(Map<String, Double> actual, Map<String, Double> expected) {
        assertThat(actual).containsOnlyKeys(expected.keySet());
        expected.forEach((name, figure) -> assertThat(actual.get(name)).as(name).isCloseTo(figure, within(1e-9)));
    }

    private static Map<String, Double> expected(String set, boolean weighted) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(resource(set + ".properties")));
        String prefix = "weighted.";
        return properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix) == weighted)
                .collect(Collectors.toMap(
                        name -> weighted ? name.substring(prefix.length()) : name,
                        name -> Double.parseDouble(properties.getProperty(name))));
    }

    private static ScoredItems items(String set) throws IOException {
        List<ScoredItem> items = new ArrayList<>();
        for (double[] row : rows(set)) {
            List<Integer> truth =
                    IntStream.range(0, CLASSES).filter(c -> row[c] == 1).boxed().toList();
            // Named so that their groups come in the order of the rows, as their weights do.
            items.add(Scores.item(
                    String.format("item %03d", items.size()), truth, Arrays.copyOfRange(row, CLASSES, 2 * CLASSES)));
        }
        return new ScoredItems(Scores.classes(CLASSES), items);
    }

    private static List<double[]> rows(String set) throws IOException {
        return resource(set + ".csv")
                .lines()
                .map(line -> Arrays.stream(line.split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = EvaluatorReferenceTest.class.getResourceAsStream("/evaluation/" + name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
