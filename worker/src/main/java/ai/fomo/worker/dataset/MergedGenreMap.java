package ai.fomo.worker.dataset;

import ai.fomo.domain.genre.GenreMap;
import ai.fomo.storage.genre.BundledGenreMaps;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All the maps that ship with the platform as one: for labels whose origin nobody named. */
public final class MergedGenreMap {
    private MergedGenreMap() {}

    public static GenreMap ofBundled() {
        return of(BundledGenreMaps.names().stream().map(BundledGenreMaps::named).toList());
    }

    /**
     * Each rule leads to its class at once, because a label that leads to another one may be a rule of its own elsewhere.
     *
     * @throws IllegalArgumentException where two of the maps disagree on a label
     */
    static GenreMap of(List<GenreMap> maps) {
        Map<String, String> rules = new TreeMap<>();
        for (GenreMap map : maps) {
            for (String label : map.rules().keySet()) {
                String genre = map.classOf(label).orElseThrow();
                String before = rules.putIfAbsent(label, genre);
                if (before != null && !before.equals(genre)) {
                    throw new IllegalArgumentException("the maps disagree: '" + label + "' leads to '" + before
                            + "', in map " + map.name() + " to '" + genre + "'");
                }
            }
        }
        return new GenreMap(
                maps.stream().map(GenreMap::name).collect(Collectors.joining("+")),
                maps.stream().map(GenreMap::version).collect(Collectors.joining("+")),
                maps.get(0).taxonomy(),
                rules,
                maps.stream()
                        .flatMap(map -> map.ignored().stream())
                        .filter(label ->
                                maps.stream().allMatch(map -> map.classOf(label).isEmpty()))
                        .toList());
    }
}
