package ai.fomo.activities.catalogue;

import ai.fomo.domain.catalogue.Source;
import ai.fomo.sources.catalogue.CoverSource;
import ai.fomo.storage.catalogue.SourceStore;

/**
 * A source that is registered, with the client that speaks to it.
 *
 * @param api what the paces of its requests are kept under
 */
record OutsideSource(CoverSource client, String api) {
    /** @throws UnknownSourceException where no source has the name */
    static OutsideSource named(String name, SourceStore sources, CoverSources clients) {
        Source source = sources.find(name).orElseThrow(() -> new UnknownSourceException(name));
        return new OutsideSource(clients.clientFor(source), clients.apiOf(source));
    }

    /** The images come from another server as a rule, at another pace. */
    String imageApi() {
        return api + "-covers";
    }
}
