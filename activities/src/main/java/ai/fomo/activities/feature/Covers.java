package ai.fomo.activities.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.learning.feature.ImageSource;
import ai.fomo.learning.image.UnusableImageException;
import ai.fomo.storage.blob.BlobDamagedException;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobMissingException;
import ai.fomo.storage.blob.BlobStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Images to encode, as S3 has them. One that it has lost is the image's fault, and noted: the others go on. */
final class Covers implements ImageSource {
    private final BlobStore blobs;
    private final Map<Sha256, String> lost = new ConcurrentHashMap<>();

    Covers(BlobStore blobs) {
        this.blobs = blobs;
    }

    @Override
    public byte[] fetch(Sha256 image) throws UnusableImageException {
        try {
            return blobs.get(BlobKind.COVERS, image);
        } catch (BlobMissingException | BlobDamagedException e) {
            String reason = String.valueOf(e.getMessage());
            lost.put(image, reason);
            throw new UnusableImageException(UnusableImageException.Reason.UNREADABLE, reason, e);
        }
    }

    boolean lost(Sha256 image) {
        return lost.containsKey(image);
    }
}
