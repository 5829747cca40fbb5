package ai.fomo.learning.image;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Thumbnail;
import ai.fomo.domain.dataset.DuplicatePair;
import ai.fomo.domain.dataset.HashedImage;
import ai.fomo.domain.dataset.NearDuplicates;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From encoded images to the copies among them. */
class PlantedCopiesTest {
    private static final int COVERS = 40;

    private final Map<Sha256, Thumbnail> thumbnails = new HashMap<>();
    private final Map<Sha256, Integer> covers = new HashMap<>();

    @Test
    void everyCopyIsFoundAndNothingElse() throws Exception {
        for (int number = 0; number < COVERS; number++) {
            for (byte[] copy : copies(DrawnCovers.cover(number))) {
                covers.put(add(copy), number);
            }
        }
        List<DuplicatePair> pairs = find();

        assertThat(pairs)
                .allSatisfy(pair -> assertThat(covers.get(pair.first())).isEqualTo(covers.get(pair.second())));
        // As many as it takes to connect each cover's images: one less than there are.
        assertThat(pairs).hasSize(covers.size() - COVERS);
    }

    private static List<byte[]> copies(BufferedImage cover) {
        BufferedImage mirrored = DrawnCovers.mirrored(cover);
        return List.of(
                DrawnCovers.png(cover),
                DrawnCovers.jpeg(cover, 0.95f),
                DrawnCovers.jpeg(cover, 0.2f),
                DrawnCovers.png(DrawnCovers.resized(cover, 64, 64)),
                DrawnCovers.png(DrawnCovers.resized(cover, 640, 640)),
                DrawnCovers.png(DrawnCovers.resized(cover, 190, 200)),
                DrawnCovers.png(mirrored),
                DrawnCovers.jpeg(DrawnCovers.resized(mirrored, 120, 120), 0.4f),
                DrawnCovers.jpeg(DrawnCovers.resized(mirrored, 64, 64), 0.3f));
    }

    @Test
    void aMirroredCopyIsSaidToBeOne() throws Exception {
        BufferedImage cover = DrawnCovers.cover(1);
        add(DrawnCovers.png(cover));
        add(DrawnCovers.jpeg(DrawnCovers.mirrored(cover), 0.8f));

        assertThat(find())
                .singleElement()
                .satisfies(pair -> assertThat(pair.mirrored()).isTrue());
    }

    @Test
    void plainSquaresAreNoCopiesOfEachOther() throws Exception {
        Set<Sha256> squares = new HashSet<>();
        for (Color colour : List.of(Color.BLACK, Color.WHITE, Color.GRAY, new Color(250, 250, 252), Color.RED)) {
            for (int side : new int[] {64, 100, 300, 640}) {
                BufferedImage square = DrawnCovers.plain(colour, side, side);
                squares.add(add(DrawnCovers.png(square)));
                squares.add(add(DrawnCovers.jpeg(square, 0.2f)));
                squares.add(add(DrawnCovers.jpeg(square, 0.9f)));
            }
        }

        assertThat(squares)
                .allSatisfy(square -> assertThat(thumbnails)
                        .hasEntrySatisfying(
                                square, it -> assertThat(it.isPlain()).isTrue()));
        assertThat(find()).isEmpty();
    }

    /** The same layout and background, and lettering of another length elsewhere. */
    @Test
    void smallTextOnALargePlainBackgroundIsNotChained() throws Exception {
        for (int number = 0; number < 30; number++) {
            BufferedImage poster = DrawnCovers.plain(Color.WHITE, 200, 300);
            for (int line = 0; line < 2; line++) {
                int y = 20 + 40 * (number % 6) + 30 * line;
                for (int x = 20 + 8 * (number / 6); x < 80 + 12 * (number / 6) + 20 * line; x++) {
                    for (int height = 0; height < 8; height++) {
                        poster.setRGB(x, y + height, x % 5 < 3 ? 0 : 0xFFFFFF);
                    }
                }
            }
            add(DrawnCovers.jpeg(poster, 0.8f));
        }

        assertThat(find()).isEmpty();
    }

    private Sha256 add(byte[] image) throws UnusableImageException {
        Sha256 digest = Sha256.of(image);
        thumbnails.put(digest, ThumbnailMaker.of(image));
        return digest;
    }

    private List<DuplicatePair> find() {
        List<HashedImage> hashed = new ArrayList<>();
        thumbnails.forEach((image, thumbnail) -> {
            if (!thumbnail.isPlain()) {
                hashed.add(new HashedImage(image, thumbnail.hash()));
            }
        });
        return NearDuplicates.find(hashed, wanted -> {
            Map<Sha256, Thumbnail> found = new HashMap<>(thumbnails);
            found.keySet().retainAll(wanted);
            return found;
        });
    }
}
