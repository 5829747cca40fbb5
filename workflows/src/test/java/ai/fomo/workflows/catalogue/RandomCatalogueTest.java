package ai.fomo.workflows.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.catalogue.Pace;
import ai.fomo.workflows.catalogue.CatalogueDouble.Fate;
import ai.fomo.workflows.catalogue.CatalogueDouble.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Whatever the catalogue holds and the source says meanwhile: each cover is there once, and as many as were asked for. */
class RandomCatalogueTest {
    private static final List<String> GENRES = List.of("jazz", "techno", "blues");

    @Property(tries = 12)
    void everyCoverOnceAndAsManyAsAskedFor(
            @ForAll long seed,
            @ForAll @IntRange(max = 25) int wanted,
            @ForAll boolean severalClasses,
            @ForAll boolean shortExecutions,
            @ForAll boolean paced) {
        try (SyncHarness syncs = new SyncHarness()) {
            Catalogue catalogue = new Catalogue(new Random(seed), severalClasses);
            Moods moods = new Moods(new Random(seed), syncs);
            CatalogueDouble source = syncs.source;
            catalogue.listings.forEach(source::genre);
            source.limit = moods::answer;
            if (paced) {
                source.coverPace = new PaceDouble(new Pace(3, Duration.ofSeconds(1)), syncs::now);
            }

            CatalogueResult result = shortExecutions ? syncs.sync(wanted, 120) : syncs.sync(wanted);

            assertThat(source.stored())
                    .allSatisfy((album, times) -> assertThat(times).isEqualTo(1));
            assertThat(result.added()).isEqualTo(source.stored().size());
            for (String genre : GENRES) {
                int supply = catalogue.supply(genre);
                int expected = wanted == 0 ? supply : Math.min(wanted, supply);
                if (severalClasses) {
                    assertThat(source.have(genre)).as(genre).isBetween(expected, supply);
                } else {
                    assertThat(source.have(genre)).as(genre).isEqualTo(expected);
                }
            }
            // What was under way when the source closed, and the one that looks whether it has opened.
            assertThat(moods.mostTurnedAway).isLessThanOrEqualTo(18);
        }
    }

    /** Albums that the search of each of their classes finds, in parts of any length. */
    private static final class Catalogue {
        private final Map<String, List<List<Item>>> listings = new LinkedHashMap<>();
        private final List<Item> items = new ArrayList<>();

        Catalogue(Random random, boolean severalClasses) {
            GENRES.forEach(genre -> listings.put(genre, new ArrayList<>()));
            int albums = random.nextInt(90);
            for (int i = 0; i < albums; i++) {
                String first = GENRES.get(random.nextInt(GENRES.size()));
                String second = GENRES.get(random.nextInt(GENRES.size()));
                List<String> classes =
                        severalClasses && !first.equals(second) ? List.of(first, second) : List.of(first);
                Fate fate = random.nextInt(10) < 8 ? Fate.STORED : random.nextBoolean() ? Fate.REFUSED : Fate.DUPLICATE;
                add(new Item("album-" + i, classes, fate), random);
            }
        }

        private void add(Item item, Random random) {
            items.add(item);
            for (String genre : item.classes()) {
                List<List<Item>> parts = listings.getOrDefault(genre, List.of());
                if (parts.isEmpty() || random.nextInt(8) == 0) {
                    parts.add(new ArrayList<>());
                }
                parts.get(parts.size() - 1).add(item);
                if (random.nextInt(20) == 0) {
                    // A part of which nothing is usable.
                    parts.add(new ArrayList<>());
                }
            }
        }

        int supply(String genre) {
            return (int) items.stream()
                    .filter(item -> item.fate() == Fate.STORED && item.classes().contains(genre))
                    .count();
        }
    }

    /** A source that closes now and then, for a second or for half a day, and a pace that is sometimes reached. */
    private static final class Moods {
        private final Random random;
        private final SyncHarness syncs;
        private @Nullable Instant closedUntil;
        private int turnedAway;
        private int mostTurnedAway;

        Moods(Random random, SyncHarness syncs) {
            this.random = random;
            this.syncs = syncs;
        }

        synchronized @Nullable RateLimited answer(String what) {
            Instant now = syncs.now();
            if (closedUntil != null && now.isBefore(closedUntil)) {
                mostTurnedAway = Math.max(mostTurnedAway, ++turnedAway);
                return new RateLimited("spotify", closedUntil, true);
            }
            int mood = random.nextInt(100);
            if (mood < 4) {
                turnedAway = 0;
                closedUntil = now.plus(Duration.ofSeconds(random.nextBoolean() ? 1 : 43_200));
                return new RateLimited("spotify", closedUntil, true);
            }
            if (mood < 8) {
                return new RateLimited(
                        what.startsWith("cover") ? "spotify-covers" : "spotify", now.plusSeconds(30), false);
            }
            return null;
        }
    }
}
