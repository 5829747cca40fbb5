package ai.fomo.worker.configuration;

/** The environment says something impossible; the message names the variable and what it may be. */
public final class ConfigurationException extends RuntimeException {
    public ConfigurationException(String sentence) {
        super(sentence);
    }
}
