package ai.fomo.activities.poster;

import ai.fomo.domain.Sha256;
import ai.fomo.learning.image.ImageInfo;
import ai.fomo.learning.image.ImageInspector;
import ai.fomo.learning.image.UnusableImageException;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.poster.PosterStore;
import ai.fomo.workflows.poster.PosterReference;
import java.util.Base64;
import java.util.Objects;

/** Turns any of the three ways to name a poster into an image that is stored and known to be usable. */
public final class Posters {
    private static final int INLINE_BYTES = 1_000_000;

    private final BlobStore blobs;
    private final PosterStore posters;
    private final PosterDownload download;

    public Posters(BlobStore blobs, PosterStore posters, PosterDownload download) {
        this.blobs = blobs;
        this.posters = posters;
        this.download = download;
    }

    /**
     * Looks at it, stores it and records it; doing so again changes nothing.
     *
     * @throws UnusablePosterException where it cannot be had, or is no image that we read
     */
    public StoredPoster takeIn(PosterReference reference) {
        byte[] image = content(reference);
        Sha256 digest = Sha256.of(image);
        ImageInfo info = inspect(digest, image);
        if (reference.sha256() == null) {
            blobs.put(BlobKind.POSTERS, image);
        }
        posters.add(digest, info.width(), info.height());
        return new StoredPoster(digest, image);
    }

    private byte[] content(PosterReference reference) {
        if (reference.sha256() != null) {
            return blobs.get(BlobKind.POSTERS, reference.sha256());
        }
        if (reference.inline() != null) {
            return decode(reference.inline());
        }
        return download.fetch(Objects.requireNonNull(reference.url(), "a reference names exactly one way"));
    }

    private static ImageInfo inspect(Sha256 digest, byte[] image) {
        try {
            return ImageInspector.inspect(image);
        } catch (UnusableImageException e) {
            throw new UnusablePosterException("poster " + digest.abbreviated() + ": " + e.getMessage(), e);
        }
    }

    private static byte[] decode(String inline) {
        // Four characters of Base64 carry three bytes: refused before it is decoded.
        if (inline.length() / 4 * 3 > INLINE_BYTES) {
            throw new UnusablePosterException(
                    "an inline poster may have 1 MB; put this one into S3 and give its sha256, or give a url");
        }
        try {
            return Base64.getDecoder().decode(inline);
        } catch (IllegalArgumentException e) {
            throw new UnusablePosterException("the inline poster is not Base64: " + e.getMessage(), e);
        }
    }
}
