package ai.fomo.domain.catalogue;

import ai.fomo.domain.genre.Labelling;
import org.jspecify.annotations.Nullable;

/**
 * A named collection of covers, which datasets are built from.
 *
 * @param name what people type after {@code --dataset}
 * @param address base URL of the outside API; null where there is none
 * @param labelling how its labels become classes
 */
public record Source(String name, SourceKind kind, @Nullable String address, Labelling labelling) {}
