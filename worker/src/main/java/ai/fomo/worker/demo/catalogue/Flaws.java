package ai.fomo.worker.demo.catalogue;

import ai.fomo.worker.demo.render.Seeds;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * How much of a catalogue is flawed, and in which ways. Who is hit follows from the seed and the id alone, so that a
 * catalogue that grows keeps the flaws it had.
 *
 * @param rate share of the artists, and of the albums, that have a flaw; 0 to 1
 * @param kinds drawn evenly, those of artists and those of albums apart
 */
public record Flaws(double rate, Set<Flaw> kinds) {
    public static final Flaws NONE = new Flaws(0, Set.of());

    public Flaws {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("a share of flaws is from 0 to 1, was " + rate);
        }
        kinds = Set.copyOf(kinds);
    }

    public static Flaws ofEveryKind(double rate) {
        return new Flaws(rate, EnumSet.allOf(Flaw.class));
    }

    Optional<Flaw> ofArtist(long seed, String id) {
        return draw(seed, id, true);
    }

    Optional<Flaw> ofAlbum(long seed, String id) {
        return draw(seed, id, false);
    }

    private Optional<Flaw> draw(long seed, String id, boolean ofArtists) {
        // In the order of the constants: a set has none that lasts.
        List<Flaw> possible = Arrays.stream(Flaw.values())
                .filter(flaw -> flaw.ofArtists() == ofArtists && kinds.contains(flaw))
                .toList();
        Random random = Seeds.random(Seeds.of(seed, id.hashCode()), "flaw");
        if (possible.isEmpty() || random.nextDouble() >= rate) {
            return Optional.empty();
        }
        return Optional.of(possible.get(random.nextInt(possible.size())));
    }
}
