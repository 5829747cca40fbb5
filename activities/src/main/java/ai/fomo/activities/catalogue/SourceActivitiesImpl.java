package ai.fomo.activities.catalogue;

import ai.fomo.activities.failure.Joining;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Cover;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.Thumbnail;
import ai.fomo.learning.image.ImageInfo;
import ai.fomo.learning.image.ImageInspector;
import ai.fomo.learning.image.ThumbnailMaker;
import ai.fomo.learning.image.UnusableImageException;
import ai.fomo.sources.catalogue.Album;
import ai.fomo.sources.catalogue.AlbumPage;
import ai.fomo.sources.catalogue.CoverRefusedException;
import ai.fomo.sources.catalogue.CoverSource;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.catalogue.CoverStore;
import ai.fomo.storage.catalogue.CursorStore;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.workflows.catalogue.CataloguePageRequest;
import ai.fomo.workflows.catalogue.CataloguePageResult;
import ai.fomo.workflows.catalogue.SourceActivities;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** {@inheritDoc} */
public final class SourceActivitiesImpl implements SourceActivities {
    private static final int COVERS_AT_ONCE = 6;

    private final SourceStore sources;
    private final CoverStore covers;
    private final CursorStore cursors;
    private final BlobStore blobs;
    private final CoverSources clients;

    public SourceActivitiesImpl(
            SourceStore sources, CoverStore covers, CursorStore cursors, BlobStore blobs, CoverSources clients) {
        this.sources = sources;
        this.covers = covers;
        this.cursors = cursors;
        this.blobs = blobs;
        this.clients = clients;
    }

    @Override
    public CataloguePageResult syncPage(CataloguePageRequest request) {
        Source source = sources.find(request.source()).orElseThrow(() -> new UnknownSourceException(request.source()));
        CoverSource client = clients.clientFor(source);
        AlbumPage page = client.page(request.genre(), request.cursor());
        Tally tally = storeAll(source, client, page.albums());
        // Behind the covers, so that a page that broke off is fetched again.
        cursors.save(request.source(), request.genre(), page.next(), page.next() == null);
        return new CataloguePageResult(tally.added, tally.known, tally.refused, page.next());
    }

    /** Several at a time, because fetching and storing one is mostly waiting for others. */
    private Tally storeAll(Source source, CoverSource client, List<Album> albums) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        ExecutorService pool = Executors.newFixedThreadPool(COVERS_AT_ONCE);
        try {
            List<CompletableFuture<Stored>> covers = albums.stream()
                    .map(album -> CompletableFuture.supplyAsync(() -> store(source, client, album), pool))
                    .toList();
            Tally tally = new Tally();
            for (CompletableFuture<Stored> cover : covers) {
                tally.count(Joining.join(cover));
                context.heartbeat(tally.added);
            }
            return tally;
        } finally {
            // What has not begun is not begun; what is under way writes nothing that a retry would not.
            pool.shutdownNow();
        }
    }

    private Stored store(Source source, CoverSource client, Album album) {
        Optional<Cover> known = covers.find(source.name(), album.id());
        if (known.isPresent()) {
            // Found by another search, it may have labels that it had not before.
            covers.add(cover(
                    source,
                    album,
                    known.get().image(),
                    known.get().width(),
                    known.get().height()));
            return Stored.KNOWN;
        }
        byte[] image;
        ImageInfo info;
        Thumbnail fingerprint;
        try {
            image = client.image(album.imageUrl());
            info = ImageInspector.inspect(image);
            // Broken pixels show in decoding only.
            fingerprint = ThumbnailMaker.of(image);
        } catch (CoverRefusedException | UnusableImageException e) {
            covers.refuse(source.name(), album.id(), String.valueOf(e.getMessage()));
            return Stored.REFUSED;
        }
        Sha256 digest = blobs.put(BlobKind.COVERS, image);
        boolean added = covers.add(cover(source, album, digest, info.width(), info.height()), fingerprint);
        return added ? Stored.ADDED : Stored.KNOWN;
    }

    private static Cover cover(Source source, Album album, Sha256 image, int width, int height) {
        return new Cover(image, source.name(), album.id(), album.group(), null, width, height, album.labels());
    }

    private enum Stored {
        ADDED,
        KNOWN,
        REFUSED
    }

    private static final class Tally {
        private int added;
        private int known;
        private int refused;

        void count(Stored stored) {
            switch (stored) {
                case ADDED -> added++;
                case KNOWN -> known++;
                case REFUSED -> refused++;
            }
        }
    }
}
