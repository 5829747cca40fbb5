package ai.fomo.worker.configuration;

import java.util.Arrays;
import java.util.Locale;

/** How much the log file holds. */
public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE;

    static LogLevel from(Variables variables) {
        return variables
                .find("FOMO_LOG_LEVEL")
                .map(value -> Arrays.stream(values())
                        .filter(level -> level.name().equals(value.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> new ConfigurationException("FOMO_LOG_LEVEL is '" + value
                                + "', but must be one of error, warn, info, debug, trace.")))
                .orElse(INFO);
    }
}
