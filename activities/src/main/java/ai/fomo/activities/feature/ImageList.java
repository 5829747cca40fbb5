package ai.fomo.activities.feature;

import ai.fomo.domain.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The images of a feature plan as a blob: one digest a line, in order. */
final class ImageList {
    private ImageList() {}

    static byte[] toBytes(List<Sha256> images) {
        return images.stream()
                .map(image -> image.hex() + '\n')
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    static List<Sha256> parse(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(Sha256::new)
                .toList();
    }
}
