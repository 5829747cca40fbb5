package ai.fomo.domain.feature;

import ai.fomo.domain.Sha256;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the features of each image of a dataset lie: the content of a feature manifest.
 *
 * <p>As a file it is CSV, sorted by image, with the columns {@code image,shard,row}: equal indexes are equal bytes.
 */
public record FeatureIndex(SortedMap<Sha256, FeatureLocation> locations) {
    private static final String HEADER = "image,shard,row";

    public FeatureIndex {
        locations = Collections.unmodifiableSortedMap(new TreeMap<>(locations));
    }

    public byte[] toCsv() {
        StringBuilder csv = new StringBuilder(HEADER).append('\n');
        for (Map.Entry<Sha256, FeatureLocation> entry : locations.entrySet()) {
            FeatureLocation location = entry.getValue();
            csv.append(entry.getKey())
                    .append(',')
                    .append(location.shard())
                    .append(',')
                    .append(location.row())
                    .append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException naming the line that is not of the form */
    public static FeatureIndex parse(byte[] csv) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(csv), StandardCharsets.UTF_8))) {
            String header = lines.readLine();
            if (!HEADER.equals(header)) {
                throw new IllegalArgumentException(
                        "a feature manifest begins with '" + HEADER + "', not '" + header + "'");
            }
            return parse(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Line by line, and each shard's digest once: there may be a million images. */
    private static FeatureIndex parse(BufferedReader lines) throws IOException {
        Map<String, Sha256> shards = new HashMap<>();
        SortedMap<Sha256, FeatureLocation> locations = new TreeMap<>();
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String[] fields = line.split(",", -1);
            if (fields.length != 3) {
                throw new IllegalArgumentException("feature manifest, line " + number + ": not 'image,shard,row'");
            }
            Sha256 shard = shards.computeIfAbsent(fields[1], Sha256::new);
            locations.put(new Sha256(fields[0]), new FeatureLocation(shard, Integer.parseInt(fields[2])));
        }
        return new FeatureIndex(locations);
    }
}
