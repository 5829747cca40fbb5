package ai.fomo.worker.demo.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * An entry in an artist's list.
 *
 * @param id of this entry; a duplicate has its own
 * @param imageId what the address of its image names; that of another entry where they share the address
 * @param flaw null where there is none
 */
record OfferedAlbum(
        String id,
        SyntheticAlbum album,
        String imageId,
        @Nullable Flaw flaw) {
    static OfferedAlbum of(SyntheticAlbum album, @Nullable Flaw flaw) {
        return new OfferedAlbum(album.id(), album, album.id(), flaw);
    }

    boolean has(Flaw which) {
        return flaw == which;
    }

    boolean coverCanBeHad() {
        return flaw == null || !flaw.losesCover();
    }
}
