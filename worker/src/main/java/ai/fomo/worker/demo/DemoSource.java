package ai.fomo.worker.demo;

import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.genre.BundledGenreMaps;
import ai.fomo.storage.genre.GenreMapStore;
import java.net.URI;
import org.jdbi.v3.core.Jdbi;

/** The source that stands for the synthetic catalogue. */
public final class DemoSource {
    /** Of the catalogue and of the training: every demo of a size is the same. */
    public static final long SEED = 1;

    private static final String MAP = "spotify";

    private DemoSource() {}

    /**
     * Makes the source known, or tells it where its server is this time.
     *
     * @param albums catalogues of different sizes are different sources
     * @return its name
     */
    public static String register(Jdbi jdbi, int albums, URI address) {
        SourceStore sources = new SourceStore(jdbi);
        String name = "demo-" + albums;
        if (sources.find(name).isPresent()) {
            sources.moveTo(name, address.toString());
            return name;
        }
        Labelling labelling = new Labelling.Mapped(new GenreMapStore(jdbi).put(BundledGenreMaps.named(MAP)));
        sources.create(new Source(name, SourceKind.SPOTIFY, address.toString(), labelling));
        return name;
    }
}
