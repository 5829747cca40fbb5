package ai.fomo.domain.dataset;

import ai.fomo.domain.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the covers with the same image say of it together.
 *
 * @param groups sorted; empty where no cover has a group that means anybody
 * @param given splits that the source prescribes
 * @param labellings classes, ascending, by the hash of the name and group that a cover gives the image: the same file listed
 *     twice, or in the folders of two genres, is one labelling with both; another name or group is another opinion
 * @param covers how many there are
 */
record KnownImage(
        Sha256 image,
        List<String> groups,
        Set<Split> given,
        Map<Integer, List<Integer>> labellings,
        long pixels,
        int covers) {}
