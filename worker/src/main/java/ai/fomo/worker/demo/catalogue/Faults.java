package ai.fomo.worker.demo.catalogue;

import ai.fomo.worker.demo.render.Seeds;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Which answers go wrong, and how. It follows from the seed, the path and how often that was asked for, so the same requests
 * meet the same faults in whichever order they come.
 *
 * @param rate share of the requests; 0 to 1
 * @param kinds drawn evenly among those that the host knows
 * @param shortWait told by {@link FaultKind#SHORT_WAIT}, in whole seconds
 * @param longWait told by {@link FaultKind#LONG_WAIT}, in whole seconds
 * @param slowness before a {@link FaultKind#SLOW} answer, longer than a client waits
 */
public record Faults(
        long seed, double rate, Set<FaultKind> kinds, Duration shortWait, Duration longWait, Duration slowness) {
    public static final Faults NONE =
            new Faults(0, 0, Set.of(), Duration.ofSeconds(3), Duration.ofSeconds(48_925), Duration.ofSeconds(30));

    public Faults {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("a share of faults is from 0 to 1, was " + rate);
        }
        kinds = Set.copyOf(kinds);
    }

    public static Faults ofEveryKind(long seed, double rate) {
        return NONE.of(seed, rate, EnumSet.allOf(FaultKind.class));
    }

    public Faults of(long newSeed, double newRate, Set<FaultKind> newKinds) {
        return new Faults(newSeed, newRate, newKinds, shortWait, longWait, slowness);
    }

    public Faults withSlowness(Duration newSlowness) {
        return new Faults(seed, rate, kinds, shortWait, longWait, newSlowness);
    }

    public Faults withWaits(Duration newShortWait, Duration newLongWait) {
        return new Faults(seed, rate, kinds, newShortWait, newLongWait, slowness);
    }

    /** @param before how often that was asked for before */
    Optional<FaultKind> draw(Host host, String pathAndQuery, int before) {
        Random random = Seeds.random(Seeds.of(Seeds.of(seed, pathAndQuery.hashCode()), before), "fault");
        if (random.nextDouble() >= rate) {
            return Optional.empty();
        }
        // In the order of the constants: a set has none that lasts.
        List<FaultKind> possible = Arrays.stream(FaultKind.values())
                .filter(kind -> kinds.contains(kind) && kind.befalls(host))
                .toList();
        return possible.isEmpty() ? Optional.empty() : Optional.of(possible.get(random.nextInt(possible.size())));
    }
}
