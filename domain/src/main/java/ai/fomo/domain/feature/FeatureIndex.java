package ai.fomo.domain.feature;

import ai.fomo.domain.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
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
        String[] lines = new String(csv, StandardCharsets.UTF_8).split("\n", -1);
        if (!lines[0].equals(HEADER)) {
            throw new IllegalArgumentException(
                    "a feature manifest begins with '" + HEADER + "', not '" + lines[0] + "'");
        }
        SortedMap<Sha256, FeatureLocation> locations = new TreeMap<>();
        for (int i = 1; i < lines.length - 1; i++) {
            String[] fields = lines[i].split(",", -1);
            if (fields.length != 3) {
                throw new IllegalArgumentException("feature manifest, line " + (i + 1) + ": not 'image,shard,row'");
            }
            locations.put(
                    new Sha256(fields[0]), new FeatureLocation(new Sha256(fields[1]), Integer.parseInt(fields[2])));
        }
        return new FeatureIndex(locations);
    }
}
