package ai.fomo.domain.catalogue;

/** Where the covers of a source come from, and so whether there is anything to fetch before a retraining. */
public enum SourceKind {
    /** A CSV and a directory, imported once by a person. */
    FILES,
    /** A server that speaks the Spotify Web API. */
    SPOTIFY,
    /** A server that speaks the web service of MusicBrainz, with the covers of the Cover Art Archive. */
    MUSICBRAINZ;

    /** Whether there is something to fetch before a retraining. */
    public boolean isOutside() {
        return this != FILES;
    }
}
