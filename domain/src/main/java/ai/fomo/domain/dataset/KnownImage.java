package ai.fomo.domain.dataset;

import ai.fomo.domain.Sha256;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the covers with the same image say of it together.
 *
 * @param groups sorted; empty where no cover has a group that means anybody
 * @param given splits that the source prescribes
 * @param classes union of what their labels map to, ascending
 * @param common classes that all covers with any class have, ascending; null where none has any
 * @param covers how many there are
 */
record KnownImage(
        Sha256 image,
        List<String> groups,
        Set<Split> given,
        List<Integer> classes,
        @Nullable List<Integer> common,
        long pixels,
        int covers) {}
