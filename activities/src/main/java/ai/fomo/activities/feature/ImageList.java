package ai.fomo.activities.feature;

import ai.fomo.domain.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The images of a feature plan as a blob: one digest a line, in order. All lines are equally long, so a part is found at once. */
final class ImageList {
    private static final int DIGITS = 64;
    private static final int LINE = DIGITS + 1;

    private ImageList() {}

    static byte[] toBytes(List<Sha256> images) {
        return images.stream()
                .map(image -> image.hex() + '\n')
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** @return those of the lines in [from, to), or what there is of them */
    static List<Sha256> parse(byte[] bytes, int from, int to) {
        List<Sha256> images = new ArrayList<>();
        for (int line = from; line < Math.min(to, bytes.length / LINE); line++) {
            images.add(new Sha256(new String(bytes, line * LINE, DIGITS, StandardCharsets.UTF_8)));
        }
        return images;
    }
}
