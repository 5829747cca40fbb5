package ai.fomo.worker.demo.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares documents with an OpenAPI description, as strictly as it can be read: what is not declared is wrong, and so is
 * what is required and missing, of another type, not among the constants, or null where it may not be.
 */
final class DescribedShape {
    private final JsonNode description;
    private final Set<String> exceptions;

    private DescribedShape(JsonNode description, Set<String> exceptions) {
        this.description = description;
        this.exceptions = exceptions;
    }

    /**
     * @param exceptions ways in which the real API is known to deviate, as {@link #faults} would tell them, without the
     *     position: {@code artists.items[].genres: null}
     */
    static DescribedShape of(String resource, Set<String> exceptions) throws IOException {
        try (InputStream in = DescribedShape.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is missing");
            }
            return new DescribedShape(new ObjectMapper(new YAMLFactory()).readTree(in), exceptions);
        }
    }

    /** What is wrong with the answer of an operation; empty where nothing is. */
    List<String> faults(String path, int status, JsonNode document) {
        JsonNode response = resolved(description
                .path("paths")
                .path(path)
                .path("get")
                .path("responses")
                .path("" + status));
        JsonNode schema = response.path("content").path("application/json").path("schema");
        return schema.isMissingNode()
                ? List.of(path + " declares no answer of status " + status)
                : faults(schema, document);
    }

    /** What is wrong with a document that should be of the named schema. */
    List<String> faults(String schema, JsonNode document) {
        return faults(description.path("components").path("schemas").path(schema), document);
    }

    private List<String> faults(JsonNode schema, JsonNode document) {
        List<String> found = new ArrayList<>();
        compare("", schema, document, found);
        found.removeIf(fault -> exceptions.contains(fault.replaceAll("\\[\\d+]", "[]")));
        return found;
    }

    private void compare(String at, JsonNode declared, JsonNode value, List<String> found) {
        Flat schema = flat(declared);
        if (value.isNull()) {
            if (!schema.nullable()) {
                found.add(at + ": null");
            }
            return;
        }
        boolean fits = switch (schema.type()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            default -> false;
        };
        if (!fits) {
            found.add(at + ": " + value.getNodeType() + " instead of " + schema.type());
        } else if (value.isObject()) {
            compareFields(at, schema, value, found);
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                compare(at + "[" + i + "]", schema.items(), value.get(i), found);
            }
        } else if (!schema.constants().isEmpty() && !schema.constants().contains(value.asText())) {
            found.add(at + ": '" + value.asText() + "' is none of " + schema.constants());
        }
    }

    private void compareFields(String at, Flat schema, JsonNode value, List<String> found) {
        String prefix = at.isEmpty() ? "" : at + ".";
        for (String required : schema.required()) {
            if (!value.has(required)) {
                found.add(prefix + required + ": missing");
            }
        }
        value.properties().forEach(field -> {
            JsonNode declared = schema.fields().get(field.getKey());
            if (declared == null) {
                found.add(prefix + field.getKey() + ": not declared");
            } else {
                compare(prefix + field.getKey(), declared, field.getValue(), found);
            }
        });
    }

    /** A schema with what it takes from others. */
    private record Flat(
            String type,
            boolean nullable,
            Map<String, JsonNode> fields,
            Set<String> required,
            Set<String> constants,
            JsonNode items) {}

    private Flat flat(JsonNode declared) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        Set<String> required = new LinkedHashSet<>();
        Set<String> constants = new LinkedHashSet<>();
        ObjectNode merged = new ObjectMapper().createObjectNode();
        merge(declared, merged, fields, required, constants);
        return new Flat(
                merged.path("type").asText(fields.isEmpty() ? "" : "object"),
                merged.path("nullable").asBoolean(),
                fields,
                required,
                constants,
                merged.path("items"));
    }

    private void merge(
            JsonNode declared,
            ObjectNode merged,
            Map<String, JsonNode> fields,
            Set<String> required,
            Set<String> constants) {
        JsonNode schema = resolved(declared);
        schema.path("allOf").forEach(part -> merge(part, merged, fields, required, constants));
        for (String once : List.of("type", "nullable", "items")) {
            if (schema.has(once)) {
                merged.set(once, schema.get(once));
            }
        }
        schema.path("properties").properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("enum").forEach(constant -> constants.add(constant.asText()));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref")
                ? resolved(description.at(node.get("$ref").asText().substring(1)))
                : node;
    }
}
