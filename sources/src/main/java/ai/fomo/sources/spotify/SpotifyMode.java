package ai.fomo.sources.spotify;

/** What Spotify lets an application do, which its owner sees in the developer dashboard. */
public enum SpotifyMode {
    /** What every new application is in; its owner needs a Premium subscription. */
    DEVELOPMENT(10),
    /** The Extended Quota Mode, for which a company applies. */
    EXTENDED(50);

    private final int pageSize;

    SpotifyMode(int pageSize) {
        this.pageSize = pageSize;
    }

    /** The most entries that one request may ask for. */
    int pageSize() {
        return pageSize;
    }

    /** Why a request may be forbidden or unknown, and what to do about it. */
    String remedy() {
        return switch (this) {
            case DEVELOPMENT ->
                "Development Mode needs a Premium subscription of the application's owner; what it does not offer needs the"
                        + " Extended Quota Mode: apply for it in the developer dashboard, then set FOMO_SPOTIFY_MODE=extended";
            case EXTENDED ->
                "check in the developer dashboard that the application has the Extended Quota Mode, and set"
                        + " FOMO_SPOTIFY_MODE=development where it has not";
        };
    }
}
