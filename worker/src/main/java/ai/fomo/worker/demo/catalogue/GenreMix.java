package ai.fomo.worker.demo.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;

/** How frequent genres are, what artists call them, and which go together; from {@code genres.json}. */
record GenreMix(List<Entry> entries) {
    /**
     * @param genre a class of the taxonomy
     * @param weight its share among artists, relative to the others
     * @param labels what the catalogue calls it and its styles, most common first
     * @param neighbours genres that it is played together with
     */
    record Entry(String genre, double weight, List<String> labels, List<String> neighbours) {
        Entry {
            labels = List.copyOf(labels);
            neighbours = List.copyOf(neighbours);
        }
    }

    GenreMix {
        entries = List.copyOf(entries);
    }

    static GenreMix load() {
        try (InputStream in = GenreMix.class.getResourceAsStream("genres.json")) {
            if (in == null) {
                throw new IllegalStateException("genres.json is missing from the jar");
            }
            return new GenreMix(List.of(new ObjectMapper().readValue(in, Entry[].class)));
        } catch (IOException e) {
            throw new UncheckedIOException("genres.json is damaged", e);
        }
    }

    Entry any(Random random) {
        double left = random.nextDouble()
                * entries.stream().mapToDouble(Entry::weight).sum();
        for (Entry entry : entries) {
            left -= entry.weight();
            if (left < 0) {
                return entry;
            }
        }
        return entries.get(entries.size() - 1);
    }

    Entry of(String genre) {
        return entries.stream()
                .filter(entry -> entry.genre().equals(genre))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no genre '" + genre + "' in the mix"));
    }
}
