package ai.fomo.domain.genre;

import java.util.List;
import java.util.Optional;

/** Why a {@link GenreMap} gives a label the class that it gives it. */
public sealed interface Explanation {
    /** Empty where the label has none. */
    default Optional<String> genre() {
        return Optional.empty();
    }

    /** The label is the name of a class, however it is spelled. */
    record OwnName(String name) implements Explanation {
        @Override
        public Optional<String> genre() {
            return Optional.of(name);
        }
    }

    /** @param chain the rule of the label and, where it leads to another label, the rules after it */
    record ByRule(List<GenreRule> chain, String name) implements Explanation {
        public ByRule {
            chain = List.copyOf(chain);
        }

        @Override
        public Optional<String> genre() {
            return Optional.of(name);
        }
    }

    /** The map says that the label means nothing; {@code written} is how it spells it. */
    record Ignored(String written) implements Explanation {}

    /** @param nearest what the label may have been meant to be */
    record NoRule(Optional<String> nearest) implements Explanation {}
}
