package ai.fomo.worker.command;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.GatePolicy;
import ai.fomo.domain.evaluation.GateRule;
import ai.fomo.storage.evaluation.GatePolicyYaml;
import ai.fomo.worker.evaluation.GatePolicyFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code fomo gate policy}. */
@Command(
        name = "policy",
        description = {
            "Checks a gate policy, and says in one sentence what is wrong with it.",
            "Without a file it prints the policy that a worker started here would judge by: that of FOMO_GATE_POLICY, or the"
                    + " one that ships."
        },
        footer = {"", "Example:", "  fomo gate policy --standard > mine.yaml", "  fomo gate policy mine.yaml"})
public final class GatePolicyCommand extends Subcommand {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The policy to check.")
    private @Nullable Path file;

    @Option(names = "--standard", description = "Print the policy that ships.")
    private boolean standard;

    /** @param parameters of the rule, by name */
    private record RuleDocument(String rule, GateRule parameters) {}

    private record PolicyDocument(Sha256 policy, int version, List<RuleDocument> rules, String yaml) {}

    @Override
    protected ExitCode run() {
        if (standard && file != null) {
            throw new ParameterException(spec().commandLine(), "give either --standard or a FILE");
        }
        byte[] yaml = bytes();
        GatePolicy policy = GatePolicyYaml.parse(yaml);
        String text = new String(yaml, StandardCharsets.UTF_8);
        console().print(file == null ? text.stripTrailing() : found(file, policy));
        console()
                .document(new PolicyDocument(
                        policy.digest(),
                        policy.version(),
                        policy.rules().stream()
                                .map(rule -> new RuleDocument(rule.name(), rule))
                                .toList(),
                        text));
        return ExitCode.DONE;
    }

    private byte[] bytes() {
        if (file != null) {
            return GatePolicyFile.read(file);
        }
        return standard ? GatePolicyYaml.standard() : GatePolicyFile.of(configuration());
    }

    private static String found(Path file, GatePolicy policy) {
        return policy.rules().stream()
                .map(GateRule::name)
                .collect(Collectors.joining(
                        ", ",
                        file + " can be used: version " + policy.version() + ", " + policy.digest() + ".\nRules: ",
                        ".\nWorkers judge by it when they are started with FOMO_GATE_POLICY=" + file + "."));
    }
}
