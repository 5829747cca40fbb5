package ai.fomo.learning.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.learning.image.UnusableImageException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Images of another source that are fetched before they are needed, as long as there is room for them; the rest when they
 * are needed. For one thread.
 */
final class FetchedAhead implements ImageSource, AutoCloseable {
    private final ImageSource source;
    private final AtomicLong room;
    private final Map<Sha256, byte[]> fetched = new HashMap<>();
    private final Map<Sha256, UnusableImageException> unusable = new HashMap<>();
    private long taken;

    /** @param room in bytes, which images take until they are asked for; several threads share it, and each may take the last of it and an image more */
    FetchedAhead(ImageSource source, AtomicLong room) {
        this.source = source;
        this.room = room;
    }

    void fetchAhead(List<Sha256> images) throws IOException {
        for (Sha256 image : images) {
            if (room.get() <= 0) {
                return;
            }
            try {
                byte[] content = source.fetch(image);
                take(content.length);
                fetched.put(image, content);
            } catch (UnusableImageException e) {
                unusable.put(image, e);
            }
        }
    }

    @Override
    public byte[] fetch(Sha256 image) throws IOException, UnusableImageException {
        UnusableImageException reason = unusable.remove(image);
        if (reason != null) {
            throw reason;
        }
        byte[] content = fetched.remove(image);
        if (content == null) {
            return source.fetch(image);
        }
        take(-content.length);
        return content;
    }

    private void take(long bytes) {
        taken += bytes;
        room.addAndGet(-bytes);
    }

    /** Gives back the room of what nobody asked for. */
    @Override
    public void close() {
        fetched.clear();
        take(-taken);
    }
}
