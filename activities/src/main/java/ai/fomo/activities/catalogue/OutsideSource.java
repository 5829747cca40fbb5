package ai.fomo.activities.catalogue;

import ai.fomo.domain.catalogue.PaceNames;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.sources.catalogue.CoverSource;
import ai.fomo.storage.catalogue.SourceStore;

/**
 * A source that is registered, with the client that speaks to it.
 *
 * @param paces what the paces of its requests are kept under
 */
record OutsideSource(CoverSource client, PaceNames paces) {
    /** @throws UnknownSourceException where no source has the name */
    static OutsideSource named(String name, SourceStore sources, CoverSources clients) {
        Source source = sources.find(name).orElseThrow(() -> new UnknownSourceException(name));
        return new OutsideSource(clients.clientFor(source), clients.pacesOf(source));
    }

    String api() {
        return paces.listings();
    }

    String imageApi() {
        return paces.images();
    }
}
