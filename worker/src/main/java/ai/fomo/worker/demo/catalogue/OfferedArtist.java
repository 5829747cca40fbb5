package ai.fomo.worker.demo.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry in a search.
 *
 * @param albums in the order of its list
 * @param flaw null where there is none
 */
record OfferedArtist(
        SyntheticArtist artist,
        List<OfferedAlbum> albums,
        @Nullable Flaw flaw) {
    OfferedArtist {
        albums = List.copyOf(albums);
    }

    boolean has(Flaw which) {
        return flaw == which;
    }

    /** What is said of the genres: nothing, in three ways, where that is the flaw. */
    List<String> labels() {
        return has(Flaw.NULL_GENRES) || has(Flaw.EMPTY_GENRES) || has(Flaw.MISSING_GENRES)
                ? List.of()
                : artist.labels();
    }
}
