package ai.fomo.domain.registry;

import java.util.Optional;
import java.util.regex.Pattern;

/** How people and other teams name a registered model: by its version, or by what it is to the platform at the moment. */
public sealed interface ModelName {
    /** Read from text as it is written in commands and requests: {@code champion}, {@code previous} or {@code 3}. */
    static Optional<ModelName> of(String text) {
        for (Alias alias : Alias.values()) {
            if (alias.label().equals(text)) {
                return Optional.of(alias);
            }
        }
        return Version.FORM.matcher(text).matches()
                ? Optional.of(new Version(Integer.parseInt(text)))
                : Optional.empty();
    }

    /** Names that move from model to model. */
    enum Alias implements ModelName {
        /** The model in use. */
        CHAMPION("champion"),
        /** The one that a rollback goes back to. */
        PREVIOUS("previous");

        private final String label;

        Alias(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** Always the same model. */
    record Version(int version) implements ModelName {
        /** At most nine digits, so that it is a number that we can count to. */
        private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,8}");

        @Override
        public String toString() {
            return String.valueOf(version);
        }
    }
}
