package ai.fomo.activities.catalogue;

import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.storage.catalogue.CoverStore;
import ai.fomo.storage.catalogue.CursorStore;
import ai.fomo.storage.catalogue.SourceCursor;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.genre.GenreMapStore;
import ai.fomo.workflows.catalogue.CatalogueActivities;
import ai.fomo.workflows.catalogue.CatalogueCount;
import ai.fomo.workflows.catalogue.CataloguePlan;
import ai.fomo.workflows.catalogue.CataloguePlan.GenreCursor;
import ai.fomo.workflows.catalogue.CatalogueRequest;
import ai.fomo.workflows.catalogue.PickRequest;
import ai.fomo.workflows.catalogue.PickResult;
import ai.fomo.workflows.catalogue.SyncFinish;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@inheritDoc} */
public final class CatalogueActivitiesImpl implements CatalogueActivities {
    private final SourceStore sources;
    private final CoverStore covers;
    private final CursorStore cursors;
    private final GenreMapStore maps;

    public CatalogueActivitiesImpl(SourceStore sources, CoverStore covers, CursorStore cursors, GenreMapStore maps) {
        this.sources = sources;
        this.covers = covers;
        this.cursors = cursors;
        this.maps = maps;
    }

    @Override
    public CataloguePlan planSync(CatalogueRequest request) {
        Source source = sources.find(request.source()).orElseThrow(() -> new UnknownSourceException(request.source()));
        Map<String, SourceCursor> known =
                cursors.list(request.source()).stream().collect(Collectors.toMap(SourceCursor::genre, c -> c));
        List<GenreCursor> genres = queries(source).stream()
                .map(genre -> {
                    SourceCursor cursor = known.get(genre);
                    return cursor == null
                            ? new GenreCursor(genre, null, 0, false)
                            : new GenreCursor(genre, cursor.cursor(), cursor.covers(), cursor.exhausted());
                })
                .toList();
        return new CataloguePlan(genres);
    }

    @Override
    public PickResult pickAlbums(PickRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void finishSync(SyncFinish finish) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CatalogueCount countCovers(CatalogueRequest request) {
        return new CatalogueCount(covers.count(request.source()));
    }

    /** An outside catalogue is asked for the classes of the source's taxonomy, in words as people write them. */
    private List<String> queries(Source source) {
        if (source.labelling() instanceof Labelling.Mapped mapped) {
            return maps.get(mapped.map()).taxonomy().classes().stream()
                    .map(CatalogueActivitiesImpl::inWords)
                    .toList();
        }
        throw new IllegalStateException("source " + source.name() + " has no taxonomy to ask its catalogue for");
    }

    /** {@code HipHop} as {@code hip hop}. */
    static String inWords(String className) {
        return className.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
    }
}
