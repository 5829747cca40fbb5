package ai.fomo.worker.demo.catalogue;

import ai.fomo.worker.demo.render.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A synthetic catalogue with its flaws, as a server offers it; it may grow while it is served. */
final class Offer {
    private final long seed;
    private final Flaws flaws;
    private int artistsSoFar;
    private int albumsGrown;
    private volatile Shelves shelves;

    Offer(long seed, SyntheticCatalogue catalogue, Flaws flaws) {
        this.seed = seed;
        this.flaws = flaws;
        this.artistsSoFar = catalogue.artists().size();
        this.shelves = Shelves.of(offered(catalogue.artists()));
    }

    List<OfferedArtist> artists() {
        return shelves.artists();
    }

    /** Entries that a search for the genre finds, in its order. */
    List<OfferedArtist> playing(String genre) {
        return shelves.byGenre().getOrDefault(SyntheticArtist.plain(genre), List.of());
    }

    Optional<OfferedArtist> artist(String id) {
        return Optional.ofNullable(shelves.byId().get(id));
    }

    Optional<OfferedAlbum> image(String imageId) {
        return Optional.ofNullable(shelves.byImage().get(imageId));
    }

    /** In whose list an album is. */
    Optional<OfferedArtist> ownerOf(String albumId) {
        return Optional.ofNullable(shelves.owners().get(albumId));
    }

    /** More artists, with so many albums together. */
    synchronized void grow(int albums, Place place) {
        List<SyntheticArtist> more = SyntheticCatalogue.artists(seed, artistsSoFar, albums);
        artistsSoFar += more.size();
        List<OfferedArtist> all = new ArrayList<>(shelves.artists());
        all.addAll(place == Place.END ? all.size() : all.size() / 2, offered(more));
        shelves = Shelves.of(all);
    }

    /** One more album, at the head of their lists, for so many of the artists. */
    synchronized void growAlbums(int artists) {
        List<OfferedArtist> all = new ArrayList<>(shelves.artists());
        int left = artists;
        for (int i = 0; i < all.size() && left > 0; i++) {
            OfferedArtist artist = all.get(i);
            if (!artist.has(Flaw.NULL_ARTIST)) {
                SyntheticAlbum album = SyntheticCatalogue.albumOf(artist.artist(), Seeds.of(seed, -1L - albumsGrown++));
                List<OfferedAlbum> albums = new ArrayList<>(artist.albums());
                albums.add(0, OfferedAlbum.of(album, null));
                all.set(i, new OfferedArtist(artist.artist(), albums, artist.flaw()));
                left--;
            }
        }
        shelves = Shelves.of(all);
    }

    private List<OfferedArtist> offered(List<SyntheticArtist> artists) {
        List<OfferedArtist> offered = new ArrayList<>();
        for (SyntheticArtist artist : artists) {
            @Nullable Flaw flaw = flaws.ofArtist(seed, artist.id()).orElse(null);
            List<OfferedAlbum> albums = albums(artist);
            if (flaw == Flaw.NULL_ARTIST) {
                offered.add(new OfferedArtist(artist, albums, null));
                offered.add(new OfferedArtist(artist, List.of(), flaw));
            } else {
                offered.add(new OfferedArtist(artist, albums, flaw));
            }
        }
        return offered;
    }

    private List<OfferedAlbum> albums(SyntheticArtist artist) {
        List<OfferedAlbum> albums = new ArrayList<>();
        List<OfferedAlbum> again = new ArrayList<>();
        for (SyntheticAlbum album : artist.albums()) {
            @Nullable Flaw flaw = flaws.ofAlbum(seed, album.id()).orElse(null);
            if (flaw == Flaw.NULL_ALBUM) {
                albums.add(OfferedAlbum.of(album, null));
                albums.add(OfferedAlbum.of(album, flaw));
            } else if (flaw == Flaw.SAME_URL || flaw == Flaw.SAME_BYTES) {
                albums.add(OfferedAlbum.of(album, null));
                String id = SyntheticCatalogue.id(
                        Seeds.random(Seeds.of(seed, album.id().hashCode()), "again"));
                again.add(new OfferedAlbum(id, album, flaw == Flaw.SAME_URL ? album.id() : id, flaw));
            } else {
                albums.add(OfferedAlbum.of(album, flaw));
            }
        }
        // At the end, where they may be in another part of the list than what they repeat.
        albums.addAll(again);
        return albums;
    }

    /** What is offered at one time, in the ways in which it is looked for. */
    private record Shelves(
            List<OfferedArtist> artists,
            Map<String, OfferedArtist> byId,
            Map<String, List<OfferedArtist>> byGenre,
            Map<String, OfferedArtist> owners,
            Map<String, OfferedAlbum> byImage) {
        static Shelves of(List<OfferedArtist> artists) {
            Map<String, OfferedArtist> byId = new HashMap<>();
            Map<String, List<OfferedArtist>> byGenre = new HashMap<>();
            Map<String, OfferedArtist> owners = new HashMap<>();
            Map<String, OfferedAlbum> byImage = new HashMap<>();
            for (OfferedArtist artist : artists) {
                byId.putIfAbsent(artist.artist().id(), artist);
                for (String genre : artist.artist().plainGenres()) {
                    byGenre.computeIfAbsent(genre, key -> new ArrayList<>()).add(artist);
                }
                for (OfferedAlbum album : artist.albums()) {
                    owners.putIfAbsent(album.id(), artist);
                    byImage.putIfAbsent(album.imageId(), album);
                }
            }
            return new Shelves(List.copyOf(artists), byId, byGenre, owners, byImage);
        }
    }
}
