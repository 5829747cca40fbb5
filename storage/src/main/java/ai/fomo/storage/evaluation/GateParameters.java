package ai.fomo.storage.evaluation;

import ai.fomo.domain.evaluation.GenreMeasure;
import ai.fomo.domain.evaluation.Measure;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Turns the text of a parameter into what a rule's component holds. */
final class GateParameters {
    private GateParameters() {}

    static Object read(YamlNode value, RecordComponent component) {
        String name = component.getName();
        Class<?> type = component.getType();
        if (type == int.class || type == Integer.class) {
            return value.wholeNumber(name);
        }
        if (type == double.class || type == Double.class) {
            return value.number(name);
        }
        if (type == Measure.class) {
            return choice(value, name, "measure", Measure.values(), Measure::label);
        }
        if (type == GenreMeasure.class) {
            return choice(value, name, "measure of a genre", GenreMeasure.values(), GenreMeasure::label);
        }
        throw new IllegalStateException("no parameter of a gate's rule is a " + type);
    }

    private static <T> T choice(YamlNode value, String name, String kind, T[] all, Function<T, String> label) {
        String text = value.text(name);
        List<String> labels = Arrays.stream(all).map(label).toList();
        return Arrays.stream(all)
                .filter(one -> label.apply(one).equals(text))
                .findFirst()
                .orElseThrow(
                        () -> value.error("there is no " + kind + " '" + text + "'; " + Choices.instead(text, labels)));
    }
}
