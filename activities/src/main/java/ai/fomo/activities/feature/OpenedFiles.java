package ai.fomo.activities.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.storage.blob.MappedBlob;
import ai.fomo.storage.blob.ShardCache;
import java.nio.ByteBuffer;

/** The files of one reading of features, and how many of them had to come from S3. */
final class OpenedFiles {
    private final ShardCache cache;
    private int fetchedFiles;
    private long fetchedBytes;
    private int files;
    private long bytes;

    OpenedFiles(ShardCache cache) {
        this.cache = cache;
    }

    ByteBuffer open(Sha256 digest) {
        MappedBlob blob = cache.map(digest);
        files++;
        bytes += blob.bytes();
        if (blob.fetched()) {
            fetchedFiles++;
            fetchedBytes += blob.bytes();
        }
        return blob.content();
    }

    /** For the log. */
    String inWords() {
        return "fetched " + fetchedFiles + " of " + files + " files, " + fetchedBytes + " of " + bytes
                + " bytes; the rest was on the local disk";
    }
}
