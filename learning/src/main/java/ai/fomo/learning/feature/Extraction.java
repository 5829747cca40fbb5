package ai.fomo.learning.feature;

import ai.fomo.domain.Sha256;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Features of some images.
 *
 * @param images in the order that was asked for, without the bad ones
 * @param rows the feature vector of each of them
 * @param bad those that cannot be used, with the reason
 */
public record Extraction(List<Sha256> images, float[][] rows, SortedMap<Sha256, String> bad) {
    public Extraction {
        images = List.copyOf(images);
        bad = Collections.unmodifiableSortedMap(new TreeMap<>(bad));
        if (images.size() != rows.length) {
            throw new IllegalArgumentException(rows.length + " rows for " + images.size() + " images");
        }
    }

    static Extraction of(List<Sha256> images, List<float[]> rows, Map<Sha256, String> bad) {
        return new Extraction(images, rows.toArray(new float[0][]), new TreeMap<>(bad));
    }
}
