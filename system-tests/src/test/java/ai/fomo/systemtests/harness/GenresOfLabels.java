package ai.fomo.systemtests.harness;

import static java.util.Objects.requireNonNull;

import ai.fomo.worker.demo.catalogue.CatalogueStandIn;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which genres the synthetic catalogue means by its labels: from its own data, and not through any genre map. */
public final class GenresOfLabels {
    private final Map<String, String> genres;

    private GenresOfLabels(Map<String, String> genres) {
        this.genres = genres;
    }

    public static GenresOfLabels load() {
        Map<String, String> genres = new HashMap<>();
        try (InputStream data = requireNonNull(CatalogueStandIn.class.getResourceAsStream("genres.json"))) {
            for (JsonNode entry : new ObjectMapper().readTree(data)) {
                String genre = entry.get("genre").asText();
                genres.put(words(genre), genre);
                entry.get("labels").forEach(label -> genres.put(label.asText(), genre));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new GenresOfLabels(genres);
    }

    /** What a catalogue is asked for. */
    public static List<String> queries() {
        return load().all().stream().map(GenresOfLabels::words).toList();
    }

    public Set<String> all() {
        return new TreeSet<>(genres.values());
    }

    public Set<String> of(Collection<String> labels) {
        return labels.stream().filter(genres::containsKey).map(genres::get).collect(Collectors.toSet());
    }

    private static String words(String genre) {
        return genre.equals("HipHop") ? "hip hop" : genre.toLowerCase(java.util.Locale.ROOT);
    }
}
