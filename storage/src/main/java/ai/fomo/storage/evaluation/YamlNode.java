package ai.fomo.storage.evaluation;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A piece of a policy's text that knows its line. What is asked of it and is not so is a sentence with that line. */
record YamlNode(Node node) {
    /** @throws GatePolicyFormatException where the text is no YAML, or empty */
    static YamlNode parse(String text) {
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            if (root == null) {
                throw new GatePolicyFormatException(" is empty; fomo gate policy --standard prints one to start from");
            }
            return new YamlNode(root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new GatePolicyFormatException(", line " + line + ": this is not YAML: " + e.getProblem(), e);
        } catch (YAMLException e) {
            throw new GatePolicyFormatException(
                    " is not YAML: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
    }

    GatePolicyFormatException error(String message) {
        return GatePolicyFormatException.atLine(node.getStartMark().getLine() + 1, message);
    }

    /** In the order in which they are written. */
    Map<String, YamlNode> map(String expected) {
        if (!(node instanceof MappingNode mapping)) {
            throw error(expected);
        }
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            YamlNode key = new YamlNode(entry.getKeyNode());
            if (entries.put(key.text("a key"), new YamlNode(entry.getValueNode())) != null) {
                throw key.error("'" + key.text("a key") + "' is written twice");
            }
        }
        return entries;
    }

    List<YamlNode> list(String expected) {
        if (!(node instanceof SequenceNode sequence)) {
            throw error(expected);
        }
        return sequence.getValue().stream().map(YamlNode::new).toList();
    }

    String text(String name) {
        if (!(node instanceof ScalarNode scalar) || node.getTag().equals(Tag.NULL)) {
            throw error(name + " must be a word");
        }
        return scalar.getValue();
    }

    double number(String name) {
        if (node instanceof ScalarNode scalar
                && (node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT))) {
            try {
                double value = Double.parseDouble(scalar.getValue());
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // Said below, as for text.
            }
        }
        throw error(name + " must be a number such as 0.05" + was());
    }

    int wholeNumber(String name) {
        double value = node.getTag().equals(Tag.INT) ? number(name) : Double.NaN;
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw error(name + " must be a whole number" + was());
        }
        return (int) value;
    }

    private String was() {
        return node instanceof ScalarNode scalar ? ", was '" + scalar.getValue() + "'" : "";
    }
}
