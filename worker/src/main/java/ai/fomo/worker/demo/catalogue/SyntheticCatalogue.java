package ai.fomo.worker.demo.catalogue;

import ai.fomo.worker.demo.render.CoverRendering;
import ai.fomo.worker.demo.render.Names;
import ai.fomo.worker.demo.render.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Artists and albums that do not exist, with the faults of those that do: popular genres are frequent, a quarter of the
 * artists plays two, some say nothing of their genre, and some covers look like music that is not on the record.
 */
public final class SyntheticCatalogue {
    private static final double TWO_GENRES = 0.25;
    private static final double MISLEADING_COVER = 0.08;
    private static final double WITHOUT_LABELS = 0.1;
    private static final double UNKNOWN_LABEL = 0.04;
    private static final double LARGE_IMAGE = 0.25;
    private static final int LARGE = 640;
    private static final int MEDIUM = 300;
    private static final String SUFFIX = " (synthetic)";

    private final List<SyntheticArtist> artists;
    private final Map<String, SyntheticArtist> artistsById;
    private final Map<String, SyntheticAlbum> albumsById;

    private SyntheticCatalogue(List<SyntheticArtist> artists) {
        this.artists = List.copyOf(artists);
        this.artistsById = artists.stream().collect(Collectors.toMap(SyntheticArtist::id, Function.identity()));
        this.albumsById = artists.stream()
                .flatMap(artist -> artist.albums().stream())
                .collect(Collectors.toMap(SyntheticAlbum::id, Function.identity()));
    }

    /**
     * The same seed and size give the same catalogue.
     *
     * @param albums how many, at least one
     */
    public static SyntheticCatalogue of(long seed, int albums) {
        if (albums < 1) {
            throw new IllegalArgumentException("a catalogue has at least one album, was " + albums);
        }
        return new SyntheticCatalogue(artists(seed, 0, albums));
    }

    /**
     * What a catalogue of that seed has from one artist on.
     *
     * @param first which artist of the seed comes first
     * @param albums how many they have together
     */
    static List<SyntheticArtist> artists(long seed, int first, int albums) {
        GenreMix mix = GenreMix.load();
        List<SyntheticArtist> artists = new ArrayList<>();
        for (int left = albums;
                left > 0;
                left -= artists.get(artists.size() - 1).albums().size()) {
            artists.add(artist(mix, Seeds.random(Seeds.of(seed, first + artists.size()), "artist"), left));
        }
        return artists;
    }

    /** One more album of an artist, a different one for each seed. */
    static SyntheticAlbum albumOf(SyntheticArtist artist, long seed) {
        String name = artist.name().substring(0, artist.name().length() - SUFFIX.length());
        return album(GenreMix.load(), artist.genres(), name, Seeds.random(seed, "album"));
    }

    public int albums() {
        return albumsById.size();
    }

    List<SyntheticArtist> artists() {
        return artists;
    }

    /** Artists of a genre, in an order that does not change. */
    List<SyntheticArtist> playing(String genre) {
        return artists.stream().filter(artist -> artist.plays(genre)).toList();
    }

    Optional<SyntheticArtist> artist(String id) {
        return Optional.ofNullable(artistsById.get(id));
    }

    Optional<SyntheticAlbum> album(String id) {
        return Optional.ofNullable(albumsById.get(id));
    }

    private static SyntheticArtist artist(GenreMix mix, Random random, int mostAlbums) {
        GenreMix.Entry main = mix.any(random);
        List<String> genres = new ArrayList<>(List.of(main.genre()));
        if (random.nextDouble() < TWO_GENRES) {
            genres.add(main.neighbours().get(random.nextInt(main.neighbours().size())));
        }
        String name = Names.artist(main.genre(), random);
        int count = Math.min(mostAlbums, 2 + random.nextInt(7));
        List<SyntheticAlbum> albums = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            albums.add(album(mix, genres, name, random));
        }
        return new SyntheticArtist(id(random), name + SUFFIX, genres, labels(mix, genres, random), albums);
    }

    private static List<String> labels(GenreMix mix, List<String> genres, Random random) {
        if (random.nextDouble() < WITHOUT_LABELS) {
            return List.of();
        }
        List<String> labels = new ArrayList<>();
        for (String genre : genres) {
            List<String> known = mix.of(genre).labels();
            labels.add(known.get(random.nextInt(known.size())));
        }
        if (random.nextDouble() < UNKNOWN_LABEL) {
            labels.add("sunday drive");
        }
        return labels;
    }

    private static SyntheticAlbum album(GenreMix mix, List<String> genres, String artist, Random random) {
        boolean misleading = random.nextDouble() < MISLEADING_COVER;
        List<String> looks = misleading ? List.of(mix.any(random).genre()) : genres;
        String title = Names.title(genres.get(0), random);
        int widest = random.nextDouble() < LARGE_IMAGE ? LARGE : MEDIUM;
        return new SyntheticAlbum(
                id(random),
                title + SUFFIX,
                1965 + random.nextInt(61),
                widest,
                new CoverRendering(looks, artist, title, random.nextLong()));
    }

    /** 22 letters and digits, as the catalogue's ids are. */
    static String id(Random random) {
        String alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
        return random.ints(22, 0, alphabet.length())
                .mapToObj(index -> alphabet.substring(index, index + 1))
                .collect(Collectors.joining());
    }
}
