package ai.fomo.worker.configuration;

import io.temporal.client.WorkflowClientOptions;
import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.envconfig.LoadClientConfigProfileOptions;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * A Temporal server, as Temporal's own environment variables and TOML file describe it: address, namespace, TLS, API key.
 *
 * @param stubs how it is reached
 * @param client the namespace and identity; without our data converter
 */
public record TemporalConnection(
        String address, String namespace, WorkflowServiceStubsOptions stubs, WorkflowClientOptions client) {
    /** External only where somebody says so here: a TOML file lying in the home directory alone changes nothing. */
    static Optional<TemporalConnection> from(Variables variables, Map<String, String> environment) {
        if (variables.find("TEMPORAL_ADDRESS").isEmpty()
                && variables.find("TEMPORAL_PROFILE").isEmpty()) {
            return Optional.empty();
        }
        ClientConfigProfile profile = load(environment);
        if (profile.getAddress() == null || profile.getAddress().isBlank()) {
            throw new ConfigurationException(
                    "TEMPORAL_PROFILE names a profile without an address: give it one, or set TEMPORAL_ADDRESS.");
        }
        WorkflowClientOptions client = profile.toWorkflowClientOptions();
        return Optional.of(new TemporalConnection(
                profile.getAddress(), client.getNamespace(), profile.toWorkflowServiceStubsOptions(), client));
    }

    private static ClientConfigProfile load(Map<String, String> environment) {
        try {
            return ClientConfigProfile.load(LoadClientConfigProfileOptions.newBuilder()
                    .setEnvOverrides(environment)
                    .build());
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigurationException("Temporal's configuration (TEMPORAL_* and the file that"
                    + " TEMPORAL_CONFIG_FILE names) cannot be read: " + e.getMessage());
        }
    }

    /** Without keys. */
    @Override
    public String toString() {
        return "namespace " + namespace + " at " + address;
    }
}
