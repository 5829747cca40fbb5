package ai.fomo.domain.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** The measures of one model on one set of items. Records of earlier versions hold fewer of them. */
public record Figures(Map<Measure, Figure> figures) {
    public Figures {
        figures =
                Collections.unmodifiableMap(figures.isEmpty() ? new EnumMap<>(Measure.class) : new EnumMap<>(figures));
    }

    /** @throws IllegalArgumentException where an earlier version, which did not measure it, recorded these figures */
    public Figure of(Measure measure) {
        Figure figure = figures.get(measure);
        if (figure == null) {
            throw new IllegalArgumentException("these figures hold no " + measure.label()
                    + ": an earlier version recorded them; evaluate the model again");
        }
        return figure;
    }
}
