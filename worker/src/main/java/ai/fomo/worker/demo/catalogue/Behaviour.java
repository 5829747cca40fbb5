package ai.fomo.worker.demo.catalogue;

/** Whose manner of answering a stand-in has. */
public enum Behaviour {
    /** Spotify's Web API in Development Mode: short parts, no batches. */
    SPOTIFY_DEVELOPMENT(5, 10, false),
    /** Spotify's Web API with extended quota. */
    SPOTIFY_EXTENDED(20, 50, true),
    /** MusicBrainz, with the Cover Art Archive. */
    MUSICBRAINZ(25, 100, false);

    private final int defaultLimit;
    private final int maxLimit;
    private final boolean batches;

    Behaviour(int defaultLimit, int maxLimit, boolean batches) {
        this.defaultLimit = defaultLimit;
        this.maxLimit = maxLimit;
        this.batches = batches;
    }

    /** Entries in a part where the request does not say. */
    public int defaultLimit() {
        return defaultLimit;
    }

    /** Most entries that a part has. */
    public int maxLimit() {
        return maxLimit;
    }

    boolean batches() {
        return batches;
    }
}
