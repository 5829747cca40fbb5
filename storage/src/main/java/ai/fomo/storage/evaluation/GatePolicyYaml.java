package ai.fomo.storage.evaluation;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.GatePolicy;
import ai.fomo.domain.evaluation.GateRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Gate policies as people write them.
 *
 * <pre>{@code
 * version: 1
 * rules:
 *   - rule: minimum-lift       # of GateRules
 *     measure: mAP             # its parameters
 *     lift: 0.01
 * }</pre>
 */
public final class GatePolicyYaml {
    private static final String STANDARD = "/evaluation/gate-policy.yaml";
    private static final List<String> KEYS = List.of("version", "rules");
    private static final String FORM = "a policy has 'version', a whole number, and 'rules', a list";

    private GatePolicyYaml() {}

    /** The policy that ships with the platform, verbatim. */
    public static byte[] standard() {
        try (InputStream in = GatePolicyYaml.class.getResourceAsStream(STANDARD)) {
            if (in == null) {
                throw new IllegalStateException(STANDARD + " is not on the class path; build the storage module again");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(STANDARD, e);
        }
    }

    /**
     * The policy in a file; its digest is that of the bytes.
     *
     * @throws GatePolicyFormatException where it cannot be used
     */
    public static GatePolicy parse(byte[] yaml) {
        YamlNode root = YamlNode.parse(decode(yaml));
        Map<String, YamlNode> entries = root.map(FORM);
        entries.forEach((key, value) -> {
            if (!KEYS.contains(key)) {
                throw value.error("a policy has no '" + key + "'; " + Choices.instead(key, KEYS));
            }
        });
        YamlNode version = entries.get("version");
        YamlNode rules = entries.get("rules");
        if (version == null || rules == null) {
            throw root.error("'" + (version == null ? "version" : "rules") + "' is missing: " + FORM);
        }
        List<GateRule> read = rules.list("'rules' must be a list, each entry beginning with '- rule: NAME'").stream()
                .map(GateRuleYaml::read)
                .toList();
        int number = version.wholeNumber("version");
        try {
            return new GatePolicy(Sha256.of(yaml), number, read);
        } catch (IllegalArgumentException e) {
            throw new GatePolicyFormatException(": " + e.getMessage(), e);
        }
    }

    /** Bytes that are no UTF-8 are refused: they would be recorded as another text than the digest says. */
    private static String decode(byte[] yaml) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(yaml))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new GatePolicyFormatException(" is not UTF-8 text", e);
        }
    }
}
