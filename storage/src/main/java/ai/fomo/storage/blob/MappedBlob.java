package ai.fomo.storage.blob;

import java.nio.ByteBuffer;

/**
 * A blob's content as mapped memory: the system reads it when it is looked at, and may forget it again.
 *
 * @param fetched whether it came from S3 just now; otherwise it lay here
 */
public record MappedBlob(ByteBuffer content, boolean fetched) {
    public long bytes() {
        return content.capacity();
    }
}
