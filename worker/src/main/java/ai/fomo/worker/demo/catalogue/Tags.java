package ai.fomo.worker.demo.catalogue;

import ai.fomo.worker.demo.render.Seeds;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * What people tag an album with: what its artist is called, mostly by its common name as well, and things that are no
 * genre. Of an artist who is called nothing there are only those.
 */
record Tags(long seed) {
    private static final double COMMON_NAME = 0.7;
    private static final double NOISE = 0.4;
    private static final int MOST_PEOPLE = 12;
    private static final List<String> NO_GENRES =
            List.of("seen live", "favourite albums", "albums i own", "female vocalists", "to listen");

    Map<String, Integer> of(OfferedAlbum album, OfferedArtist artist) {
        Random random = Seeds.random(Seeds.of(seed, album.id().hashCode()), "tags");
        Map<String, Integer> tags = new TreeMap<>();
        artist.labels().forEach(label -> put(tags, label, random));
        if (!artist.labels().isEmpty()) {
            GenreMix mix = Mix.LOADED;
            for (String genre : artist.artist().genres()) {
                if (random.nextDouble() < COMMON_NAME) {
                    put(tags, mix.of(genre).labels().get(0), random);
                }
            }
        }
        if (random.nextDouble() < NOISE) {
            put(tags, NO_GENRES.get(random.nextInt(NO_GENRES.size())), random);
            put(tags, Integer.toString(album.album().releaseYear()), random);
        }
        return tags;
    }

    private static void put(Map<String, Integer> tags, String tag, Random random) {
        tags.put(tag.toLowerCase(Locale.ROOT), 1 + random.nextInt(MOST_PEOPLE));
    }

    /** Read once, and only where there are tags to give. */
    private static final class Mix {
        static final GenreMix LOADED = GenreMix.load();
    }
}
