package ai.fomo.worker.configuration;

/** How this worker speaks to the outside catalogues, a part for each kind. */
public record SourceSettings(SpotifySettings spotify, MusicBrainzSettings musicBrainz) {
    static SourceSettings from(Variables variables) {
        return new SourceSettings(SpotifySettings.from(variables), MusicBrainzSettings.from(variables));
    }
}
