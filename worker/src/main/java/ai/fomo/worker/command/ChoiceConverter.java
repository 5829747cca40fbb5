package ai.fomo.worker.command;

import ai.fomo.worker.view.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an enum's constants as people write them: in small letters, with hyphens. */
abstract class ChoiceConverter<E extends Enum<E>> implements ITypeConverter<E> {
    private final Class<E> choices;

    ChoiceConverter(Class<E> choices) {
        this.choices = choices;
    }

    @Override
    public E convert(String text) {
        return Stream.of(choices.getEnumConstants())
                .filter(choice -> Words.of(choice).equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "there is no '" + text + "'; choose one of " + String.join(", ", words())));
    }

    private List<String> words() {
        return Stream.of(choices.getEnumConstants()).map(Words::of).toList();
    }
}
