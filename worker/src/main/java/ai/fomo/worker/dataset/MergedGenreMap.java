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
        List<GenreMap> maps =
                BundledGenreMaps.names().stream().map(BundledGenreMaps::named).toList();
        Map<String, String> rules = new TreeMap<>();
        maps.forEach(map -> rules.putAll(map.rules()));
        return new GenreMap(
                maps.stream().map(GenreMap::name).collect(Collectors.joining("+")),
                maps.stream().map(GenreMap::version).collect(Collectors.joining("+")),
                BundledGenreMaps.taxonomy(),
                rules);
    }
}
