package ai.fomo.worker.command;

import ai.fomo.domain.registry.ModelName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how a person names a model. */
final class ModelNameConverter implements ITypeConverter<ModelName> {
    static final String LABEL = "MODEL";
    static final String WHICH = "Which model: champion, previous, or a version";

    @Override
    public ModelName convert(String text) {
        return ModelName.of(text)
                .orElseThrow(
                        () -> new TypeConversionException(
                                "'" + text
                                        + "' names no model: it is champion, previous, or a version such as 3 (fomo models lists them)"));
    }
}
