package ai.fomo.worker.configuration;

import static ai.fomo.worker.configuration.Variables.POSTGRES_PORT;
import static ai.fomo.worker.configuration.Variables.S3_PORT;
import static ai.fomo.worker.configuration.Variables.TEMPORAL_PORT;
import static ai.fomo.worker.configuration.Variables.TEMPORAL_UI_PORT;

/** Where the embedded services listen, on loopback; 0 is any free port. */
public record Ports(int postgres, int s3, int temporal, int temporalUi) {
    static Ports from(Variables variables) {
        return new Ports(
                variables.port(POSTGRES_PORT, 15432),
                variables.port(S3_PORT, 19000),
                variables.port(TEMPORAL_PORT, 17233),
                variables.port(TEMPORAL_UI_PORT, 18233));
    }
}
