package ai.fomo.worker.demo.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A synthetic poster whose genres are known.
 *
 * @param file a name for it, with {@code .jpg}
 * @param truth the genres that are played, one or two
 */
public record DemoPoster(String file, String title, SortedSet<String> truth, PosterRendering rendering) {
    private static final int WIDTH = 640;
    private static final int BLENDS_OUT_OF = 4;
    private static final List<String> PLACES = List.of(
            "Warehouse 9, Dock Road",
            "The Old Cinema, Mill Street",
            "Club Meridian, Station Square",
            "Harbour Hall, Pier 4",
            "The Cellar, Kings Lane");
    private static final List<String> DAYS = List.of("FRI", "SAT", "SUN", "THU");
    private static final List<String> MONTHS = List.of("JAN", "MAR", "MAY", "JUN", "SEP", "NOV");

    public byte[] jpeg() {
        return rendering.jpeg(WIDTH);
    }

    /** Posters of all genres in turn; every fourth blends two. The same seed gives the same posters. */
    public static List<DemoPoster> of(long seed, int count) {
        List<String> genres = Styles.all().stream().map(Style::genre).toList();
        List<DemoPoster> posters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Random random = Seeds.random(Seeds.of(seed, i), "posters");
            SortedSet<String> truth = new TreeSet<>();
            truth.add(genres.get(i % genres.size()));
            if (i % BLENDS_OUT_OF == BLENDS_OUT_OF - 1) {
                truth.add(Names.any(genres, random));
            }
            posters.add(of(i, truth, random));
        }
        return posters;
    }

    private static DemoPoster of(int index, SortedSet<String> truth, Random random) {
        String genre = truth.first();
        String headline = Names.artist(genre, random);
        List<String> lineUp =
                List.of(Names.artist(genre, random), Names.artist(truth.last(), random), Names.artist(genre, random));
        String date = Names.any(DAYS, random) + " " + (1 + random.nextInt(28)) + " " + Names.any(MONTHS, random);
        PosterRendering rendering = new PosterRendering(
                List.copyOf(truth), headline, lineUp, Names.any(PLACES, random), date, random.nextLong());
        return new DemoPoster(String.format(Locale.ROOT, "poster-%02d.jpg", index + 1), headline, truth, rendering);
    }
}
