package ai.fomo.storage.evaluation;

import ai.fomo.domain.evaluation.GateRule;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a policy: {@code rule} names a record of {@link GateRules}, and its other keys are that record's components.
 * Components that may be null can be left out.
 */
final class GateRuleYaml {
    private static final String NAME = "rule";

    private GateRuleYaml() {}

    static GateRule read(YamlNode node) {
        Map<String, YamlNode> entries = node.map("a rule is a list entry of 'rule: NAME' and its parameters");
        YamlNode name = entries.get(NAME);
        if (name == null) {
            throw node.error("an entry of 'rules' begins with 'rule: NAME', where NAME is "
                    + Choices.of(GateRules.BY_NAME.keySet()));
        }
        Class<? extends GateRule> rule = GateRules.BY_NAME.get(name.text(NAME));
        if (rule == null) {
            throw name.error("there is no rule '" + name.text(NAME) + "'; "
                    + Choices.instead(name.text(NAME), GateRules.BY_NAME.keySet()));
        }
        return make(rule, name.text(NAME), node, entries);
    }

    private static GateRule make(
            Class<? extends GateRule> rule, String name, YamlNode node, Map<String, YamlNode> entries) {
        List<RecordComponent> components = Arrays.asList(rule.getRecordComponents());
        List<String> known = components.stream().map(RecordComponent::getName).toList();
        entries.forEach((key, value) -> {
            if (!key.equals(NAME) && !known.contains(key)) {
                throw value.error(name + " has no parameter '" + key + "'; " + Choices.instead(key, known));
            }
        });
        List<@Nullable Object> arguments = new ArrayList<>();
        for (RecordComponent component : components) {
            YamlNode value = entries.get(component.getName());
            if (value == null && !optional(component)) {
                throw node.error(name + " lacks its parameter '" + component.getName() + "'");
            }
            arguments.add(value == null ? null : GateParameters.read(value, component));
        }
        return construct(rule, name, node, components, arguments);
    }

    private static boolean optional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static GateRule construct(
            Class<? extends GateRule> rule,
            String name,
            YamlNode node,
            List<RecordComponent> components,
            List<@Nullable Object> arguments) {
        try {
            return rule.getDeclaredConstructor(
                            components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException outOfRange) {
                throw node.error(name + ": " + outOfRange.getMessage());
            }
            throw new IllegalStateException(rule + " cannot be made", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(rule + " is no record with a public constructor", e);
        }
    }
}
