package ai.fomo.worker.demo.catalogue;

/** What is wrong, for good, with an artist or an album of a catalogue; or only unusual, and has to be borne. */
public enum Flaw {
    /** {@code genres} is null. */
    NULL_GENRES(true),
    /** {@code genres} has no entry. */
    EMPTY_GENRES(true),
    /** There is no field {@code genres}. */
    MISSING_GENRES(true),
    /** Found by a search, unknown when its albums are asked for. */
    ARTIST_GONE(true),
    /** A null follows the artist in the search. */
    NULL_ARTIST(true),
    /** A null follows the album in the list. */
    NULL_ALBUM(false),
    /** {@code images} is empty. */
    NO_IMAGES(false),
    /** Width and height of the images are null. */
    NULL_SIZES(false),
    /** The images have neither a field {@code width} nor one {@code height}. */
    MISSING_SIZES(false),
    /** There never was an image where the catalogue says. */
    COVER_GONE(false),
    /** The image is there until the album has been listed for the first time. */
    COVER_VANISHES(false),
    /** The file ends before its image does. */
    TRUNCATED_IMAGE(false),
    /** A page of HTML is sent as an image. */
    NOT_AN_IMAGE(false),
    /** A JPEG for print. */
    CMYK(false),
    /** A WebP under a name that says JPEG. */
    WEBP(false),
    /** A JPEG that lies on its side, and says so in its EXIF segment. */
    ROTATED(false),
    /** The album is there a second time, under another id and with the same address of its image. */
    SAME_URL(false),
    /** The album is there a second time, under another id and address, with the same image. */
    SAME_BYTES(false),
    /** Credited to Various Artists, in the list of an artist who is among them. */
    COMPILATION(false);

    private final boolean ofArtists;

    Flaw(boolean ofArtists) {
        this.ofArtists = ofArtists;
    }

    /** Whether it befalls artists; the others befall albums. */
    public boolean ofArtists() {
        return ofArtists;
    }

    /** Whether no usable image of an album with it can be had. */
    boolean losesCover() {
        return switch (this) {
            case NO_IMAGES, COVER_GONE, COVER_VANISHES, TRUNCATED_IMAGE, NOT_AN_IMAGE, NULL_ALBUM -> true;
            case NULL_GENRES,
                    EMPTY_GENRES,
                    MISSING_GENRES,
                    ARTIST_GONE,
                    NULL_ARTIST,
                    NULL_SIZES,
                    MISSING_SIZES,
                    CMYK,
                    WEBP,
                    ROTATED,
                    SAME_URL,
                    SAME_BYTES,
                    COMPILATION -> false;
        };
    }
}
