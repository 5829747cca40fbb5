package ai.fomo.worker.demo.catalogue;

/** Which server of the real thing a request would have gone to; each keeps its own rate. */
public enum Host {
    /** Spotify's accounts service. */
    TOKENS,
    /** The Web API, or MusicBrainz. */
    API,
    /** Where addresses of images point: a delivery network, or the Cover Art Archive. */
    IMAGES,
    /** Where the Cover Art Archive redirects to. */
    ARCHIVE
}
