package ai.fomo.domain.dataset;

import ai.fomo.domain.Sha256;
import java.util.List;
import java.util.Set;

/**
 * What was found out about which images look alike.
 *
 * @param near pairs that connect the images of the same picture
 * @param plain images with too little in them to be recognised; they are nobody's copies
 */
public record Copies(List<DuplicatePair> near, Set<Sha256> plain) {
    public Copies {
        near = List.copyOf(near);
        plain = Set.copyOf(plain);
    }

    public static Copies none() {
        return new Copies(List.of(), Set.of());
    }
}
