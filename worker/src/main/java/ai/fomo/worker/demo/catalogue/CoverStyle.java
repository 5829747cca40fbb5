package ai.fomo.worker.demo.catalogue;

import java.awt.image.BufferedImage;
import java.util.List;

/** How covers are made. */
public enum CoverStyle {
    /** Drawn with the habits of their genres, which takes tens of milliseconds. */
    DRAWN,
    /** Fields of colour, no two covers alike: for runs where only their number matters. */
    FLAT;

    List<Integer> everySize() {
        return switch (this) {
            case DRAWN -> List.of(640, 300, 64);
            case FLAT -> List.of(96, 64);
        };
    }

    /** Widths that are offered of an album, the widest first. */
    List<Integer> sizes(SyntheticAlbum album) {
        return everySize().stream().filter(size -> size <= album.widest()).toList();
    }

    BufferedImage image(SyntheticAlbum album, int size) {
        return switch (this) {
            case DRAWN -> album.cover().image(size);
            case FLAT -> FlatCover.image(album.cover().seed(), size);
        };
    }
}
