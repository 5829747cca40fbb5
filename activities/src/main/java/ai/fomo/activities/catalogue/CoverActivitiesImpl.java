package ai.fomo.activities.catalogue;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Pace;
import ai.fomo.domain.catalogue.Thumbnail;
import ai.fomo.learning.image.ImageInfo;
import ai.fomo.learning.image.ImageInspector;
import ai.fomo.learning.image.ThumbnailMaker;
import ai.fomo.learning.image.UnusableImageException;
import ai.fomo.sources.catalogue.CoverRefusedException;
import ai.fomo.sources.catalogue.RateLimitedException;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.catalogue.AlbumState;
import ai.fomo.storage.catalogue.AlbumStore;
import ai.fomo.storage.catalogue.PaceStore;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.workflows.catalogue.CoverActivities;
import ai.fomo.workflows.catalogue.CoverRequest;
import ai.fomo.workflows.catalogue.CoverResult;
import ai.fomo.workflows.catalogue.RateLimited;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** {@inheritDoc} */
public final class CoverActivitiesImpl implements CoverActivities {
    private static final long MANY_PIXELS = 4_000_000;
    private static final Object LARGE_IMAGES = new Object();

    private final SourceStore sources;
    private final CoverSources clients;
    private final AlbumStore albums;
    private final BlobStore blobs;
    private final Admission admission;
    private final InstantSource clock;

    public CoverActivitiesImpl(
            SourceStore sources,
            CoverSources clients,
            AlbumStore albums,
            BlobStore blobs,
            PaceStore paces,
            InstantSource clock) {
        this.sources = sources;
        this.clients = clients;
        this.albums = albums;
        this.blobs = blobs;
        this.admission = new Admission(paces, clock);
        this.clock = clock;
    }

    @Override
    public CoverResult fetchCover(CoverRequest request) {
        OutsideSource source = OutsideSource.named(request.source(), sources, clients);
        AlbumState state = albums.state(request.source(), request.album())
                .orElseThrow(() -> new IllegalArgumentException(
                        "source " + request.source() + " has listed no album '" + request.album() + "'"));
        if (!(state instanceof AlbumState.Pending pending)) {
            // Told as it was told first: the result may have been lost.
            return result(state);
        }
        Optional<Pace> pace = source.client().imagePace();
        Instant now = clock.instant();
        Optional<RateLimited> wait =
                pace.isPresent() ? admission.ask(source.imageApi(), pace.get(), now) : admission.ask(source.imageApi());
        if (wait.isPresent()) {
            return wait.get();
        }
        byte[] image;
        try {
            image = source.client().image(pending.imageUrl());
        } catch (RateLimitedException e) {
            return admission.close(source.imageApi(), e);
        } catch (CoverRefusedException e) {
            return result(albums.refuse(request.source(), request.album(), String.valueOf(e.getMessage())));
        } finally {
            if (pace.isPresent()) {
                admission.answered(source.imageApi(), now);
            }
        }
        return store(request, image);
    }

    private CoverResult store(CoverRequest request, byte[] image) {
        ImageInfo info;
        Thumbnail fingerprint;
        try {
            info = ImageInspector.inspectUpright(image);
            // Broken pixels show in decoding only.
            fingerprint = fingerprint(image, info);
        } catch (UnusableImageException e) {
            return result(albums.refuse(request.source(), request.album(), String.valueOf(e.getMessage())));
        }
        Sha256 digest = blobs.put(BlobKind.COVERS, image);
        return result(
                albums.store(request.source(), request.album(), digest, info.width(), info.height(), fingerprint));
    }

    /** Of large images one at a time: eight of 40 megapixels would be more than a gigabyte. */
    private static Thumbnail fingerprint(byte[] image, ImageInfo info) throws UnusableImageException {
        if ((long) info.width() * info.height() <= MANY_PIXELS) {
            return ThumbnailMaker.of(image);
        }
        synchronized (LARGE_IMAGES) {
            return ThumbnailMaker.of(image);
        }
    }

    private static CoverResult result(AlbumState state) {
        if (state instanceof AlbumState.Refused refused) {
            return new CoverResult.Refused(refused.reason());
        }
        return new CoverResult.Stored(state instanceof AlbumState.Stored);
    }
}
