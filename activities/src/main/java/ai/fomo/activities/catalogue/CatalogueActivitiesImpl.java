package ai.fomo.activities.catalogue;

import static java.util.Objects.requireNonNull;

import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.genre.ClassMapping;
import ai.fomo.domain.genre.GenreMap;
import ai.fomo.domain.genre.GenreQuery;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.storage.catalogue.AlbumStore;
import ai.fomo.storage.catalogue.CoverStore;
import ai.fomo.storage.catalogue.CursorStore;
import ai.fomo.storage.catalogue.SourceCursor;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.catalogue.SyncStore;
import ai.fomo.storage.genre.GenreMapStore;
import ai.fomo.workflows.catalogue.AlbumReference;
import ai.fomo.workflows.catalogue.CatalogueActivities;
import ai.fomo.workflows.catalogue.CatalogueCount;
import ai.fomo.workflows.catalogue.CataloguePlan;
import ai.fomo.workflows.catalogue.CataloguePlan.GenreCursor;
import ai.fomo.workflows.catalogue.CatalogueRequest;
import ai.fomo.workflows.catalogue.PickRequest;
import ai.fomo.workflows.catalogue.PickResult;
import ai.fomo.workflows.catalogue.SyncFinish;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInfo;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@inheritDoc} */
public final class CatalogueActivitiesImpl implements CatalogueActivities {
    private final SourceStore sources;
    private final CoverStore covers;
    private final AlbumStore albums;
    private final CursorStore cursors;
    private final SyncStore syncs;
    private final GenreMapStore maps;
    private final InstantSource clock;

    public CatalogueActivitiesImpl(
            SourceStore sources,
            CoverStore covers,
            AlbumStore albums,
            CursorStore cursors,
            SyncStore syncs,
            GenreMapStore maps,
            InstantSource clock) {
        this.sources = sources;
        this.covers = covers;
        this.albums = albums;
        this.cursors = cursors;
        this.syncs = syncs;
        this.maps = maps;
        this.clock = clock;
    }

    @Override
    public CataloguePlan planSync(CatalogueRequest request) {
        GenreMap map = map(request.source());
        List<String> wanted = request.genres();
        List<String> genres = wanted != null
                ? wanted.stream().distinct().toList()
                : map.taxonomy().classes().stream().map(GenreQuery::of).toList();
        Set<String> exhausted = cursors.list(request.source()).stream()
                .filter(SourceCursor::exhausted)
                .map(SourceCursor::genre)
                .collect(Collectors.toSet());
        Map<String, Integer> have = covers.haveByClass(request.source(), ClassMapping.of(map));
        CataloguePlan plan = new CataloguePlan(genres.stream()
                .map(genre -> {
                    String name = map.classOf(genre).orElseThrow(() -> unknownGenre(genre, request.source(), map));
                    return new GenreCursor(genre, null, have.getOrDefault(name, 0), exhausted.contains(genre), name);
                })
                .toList());
        begin(request);
        return plan;
    }

    @Override
    public PickResult pickAlbums(PickRequest request) {
        return new PickResult(albums
                .pick(
                        request.source(),
                        request.genre(),
                        ClassMapping.of(map(request.source())),
                        request.classes(),
                        request.most())
                .stream()
                .map(album -> new AlbumReference(album.id(), album.classes()))
                .toList());
    }

    @Override
    public CatalogueCount countCovers(CatalogueRequest request) {
        return new CatalogueCount(covers.count(request.source()));
    }

    @Override
    public void finishSync(SyncFinish finish) {
        syncs.end(requireNonNull(info().getWorkflowId()), finish.source(), finish.explanation(), clock.instant());
    }

    /** By its first execution: those that it goes on as belong to the same sync. */
    private void begin(CatalogueRequest request) {
        if (request.soFar() == null) {
            syncs.begin(
                    requireNonNull(info().getWorkflowRunId()),
                    requireNonNull(info().getWorkflowId()),
                    request.source(),
                    request.coversPerGenre(),
                    request.genres(),
                    clock.instant());
        }
    }

    private GenreMap map(String name) {
        Source source = sources.find(name).orElseThrow(() -> new UnknownSourceException(name));
        if (source.labelling() instanceof Labelling.Mapped mapped) {
            return maps.get(mapped.map());
        }
        throw new CatalogueRequestRefusedException(
                "dataset " + name + " has no genre map, so there are no genres to ask for");
    }

    private static CatalogueRequestRefusedException unknownGenre(String genre, String source, GenreMap map) {
        String help = map.nearest(genre)
                .map(near -> "did you mean '" + GenreQuery.of(near) + "'?")
                .orElseGet(() -> "its classes are "
                        + String.join(
                                ", ",
                                map.taxonomy().classes().stream()
                                        .map(GenreQuery::of)
                                        .toList()));
        return new CatalogueRequestRefusedException(
                "the genre map of " + source + " does not know the genre '" + genre + "'; " + help);
    }

    private static ActivityInfo info() {
        return Activity.getExecutionContext().getInfo();
    }
}
