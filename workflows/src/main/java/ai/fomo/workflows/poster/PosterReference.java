package ai.fomo.workflows.poster;

import ai.fomo.domain.Sha256;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A poster, in exactly one of three ways.
 *
 * @param sha256 of an image that is in {@code posters/}
 * @param inline the image itself in Base64, at most 1 MB of it
 * @param url an address to fetch it from
 */
public record PosterReference(
        @Nullable Sha256 sha256,
        @Nullable String inline,
        @Nullable String url) {
    public PosterReference {
        if (Stream.of(sha256, inline, url).filter(way -> way != null).count() != 1) {
            throw new IllegalArgumentException("a poster is given by exactly one of sha256, inline, url");
        }
    }

    public static PosterReference stored(Sha256 sha256) {
        return new PosterReference(sha256, null, null);
    }
}
