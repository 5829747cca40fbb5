package ai.fomo.worker.dataset;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Thumbnail;
import ai.fomo.learning.image.ImageInfo;
import ai.fomo.learning.image.ImageInspector;
import ai.fomo.learning.image.ThumbnailMaker;
import ai.fomo.learning.image.UnusableImageException;
import ai.fomo.sources.files.LabelledFile;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at the image of one row, and stores it if it can be used. Safe for use by several threads. */
final class ImageIntake {
    /** More than any cover has: beyond it a file is a mistake, and reading it whole would cost memory. */
    private static final long MAXIMUM_BYTES = 50_000_000;

    private final BlobStore blobs;

    ImageIntake(BlobStore blobs) {
        this.blobs = blobs;
    }

    /** What came of a row. */
    sealed interface Intake {
        LabelledFile row();

        /** @param info of the image as people see it */
        record Stored(LabelledFile row, Sha256 image, ImageInfo info, Thumbnail fingerprint) implements Intake {}

        record Refused(LabelledFile row, RowRefusal.Reason reason, String detail) implements Intake {
            RowRefusal refusal() {
                return new RowRefusal(row.line(), row.name(), reason, detail);
            }
        }
    }

    Intake takeIn(LabelledFile row) {
        Path path = row.path();
        if (row.labels().isEmpty()) {
            return new Intake.Refused(row, RowRefusal.Reason.WITHOUT_LABEL, "the row has no label");
        }
        if (!Files.isRegularFile(path)) {
            return new Intake.Refused(row, RowRefusal.Reason.MISSING, "there is no file " + path);
        }
        try {
            long bytes = Files.size(path);
            if (bytes > MAXIMUM_BYTES) {
                String detail =
                        bytes / 1_000_000 + " MB are more than " + MAXIMUM_BYTES / 1_000_000 + " MB: scale it down";
                return new Intake.Refused(row, RowRefusal.Reason.TOO_LARGE, detail);
            }
            byte[] image = Files.readAllBytes(path);
            ImageInfo info = ImageInspector.inspectUpright(image);
            // Broken pixels show in decoding only, and now is when somebody can do something about them.
            Thumbnail fingerprint = ThumbnailMaker.of(image);
            return new Intake.Stored(row, blobs.put(BlobKind.COVERS, image), info, fingerprint);
        } catch (IOException e) {
            return new Intake.Refused(row, RowRefusal.Reason.UNREADABLE, "the file cannot be read: " + e.getMessage());
        } catch (UnusableImageException e) {
            return new Intake.Refused(row, reason(e.reason()), String.valueOf(e.getMessage()));
        }
    }

    private static RowRefusal.Reason reason(UnusableImageException.Reason reason) {
        return switch (reason) {
            case UNREADABLE -> RowRefusal.Reason.UNREADABLE;
            case UNSUPPORTED_TYPE -> RowRefusal.Reason.UNSUPPORTED_TYPE;
            case TOO_LARGE -> RowRefusal.Reason.TOO_LARGE;
            case TRUNCATED -> RowRefusal.Reason.TRUNCATED;
        };
    }
}
