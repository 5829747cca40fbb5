package ai.fomo.workflows.catalogue;

import ai.fomo.workflows.catalogue.CataloguePlan.GenreCursor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The covers that a sync wants of each class. A cover takes a place of all its classes while it is fetched, and gives them
 * back where nothing comes of it: so the number is met exactly, but for covers of several classes.
 */
final class Places {
    private final int wanted;
    private final Map<String, Integer> have = new LinkedHashMap<>();
    private final Map<String, Integer> queued = new HashMap<>();
    private final Map<String, Integer> onTheWay = new HashMap<>();

    /** @param wanted of each class; 0 for all that there are */
    Places(List<GenreCursor> genres, int wanted) {
        this.wanted = wanted;
        genres.forEach(genre -> have.put(classOf(genre), genre.covers()));
    }

    static String classOf(GenreCursor genre) {
        String className = genre.className();
        return className == null ? genre.genre() : className;
    }

    int wanted() {
        return wanted;
    }

    int have(String className) {
        return have.getOrDefault(className, 0);
    }

    /** A class that nobody asked for is full. */
    boolean full(String className) {
        return !have.containsKey(className) || (wanted > 0 && have(className) >= wanted);
    }

    /** Whether listed covers, if all of them come to something, leave places of the class. */
    boolean lacks(String className) {
        return lacking(className, count(onTheWay, className) + count(queued, className));
    }

    /** Classes that have not their number yet, whatever is on the way. */
    List<String> open() {
        return have.keySet().stream().filter(name -> !full(name)).toList();
    }

    /** Whether a cover may still be wanted, now or if others give their places back. */
    boolean want(AlbumReference album) {
        return album.classes().stream().anyMatch(name -> !full(name));
    }

    boolean haveRoomFor(AlbumReference album) {
        return album.classes().stream().anyMatch(name -> lacking(name, count(onTheWay, name)));
    }

    void queue(AlbumReference album) {
        add(queued, album, 1);
    }

    void unqueue(AlbumReference album) {
        add(queued, album, -1);
    }

    void take(AlbumReference album) {
        add(onTheWay, album, 1);
    }

    void giveBack(AlbumReference album) {
        add(onTheWay, album, -1);
    }

    /** A cover that is there now: it keeps the places that it took. */
    void fill(AlbumReference album) {
        giveBack(album);
        add(have, album, 1);
    }

    private boolean lacking(String className, int expected) {
        return !full(className) && (wanted == 0 || have(className) + expected < wanted);
    }

    private static int count(Map<String, Integer> counts, String className) {
        return counts.getOrDefault(className, 0);
    }

    private void add(Map<String, Integer> counts, AlbumReference album, int change) {
        for (String name : album.classes()) {
            if (have.containsKey(name)) {
                counts.merge(name, change, Integer::sum);
            }
        }
    }
}
