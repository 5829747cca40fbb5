package ai.fomo.learning.image;

import ai.fomo.learning.image.UnusableImageException.Reason;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** ImageIO readers over bytes in memory: no file cache, and no metadata, which is where inflating chunks hide. */
final class Readers {
    private Readers() {}

    /** What is done with a reader that has its input. */
    interface Reading<T> {
        T apply(ImageReader reader) throws IOException, UnusableImageException;
    }

    static <T> T read(byte[] image, ImageType type, Reading<T> reading) throws UnusableImageException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.mediaType());
        if (!readers.hasNext()) {
            throw new IllegalStateException("no ImageIO reader of " + type.mediaType() + " on the class path");
        }
        // TwelveMonkeys puts its readers before the JDK's.
        ImageReader reader = readers.next();
        try (ByteArrayImageInputStream input = new ByteArrayImageInputStream(image)) {
            reader.setInput(input, true, true);
            return reading.apply(reader);
        } catch (EOFException e) {
            throw new UnusableImageException(Reason.TRUNCATED, "the " + type + " ends before its image does", e);
        } catch (IOException e) {
            throw unreadable(type, e);
        } catch (RuntimeException e) {
            // Readers answer malformed files with whatever exception their parsing ran into.
            throw unreadable(type, e);
        } finally {
            reader.dispose();
        }
    }

    private static UnusableImageException unreadable(ImageType type, Throwable cause) {
        for (Throwable at = cause.getCause(); at != null; at = at.getCause()) {
            if (at instanceof EOFException) {
                return new UnusableImageException(
                        Reason.TRUNCATED, "the " + type + " ends before its image does", cause);
            }
        }
        return new UnusableImageException(
                Reason.UNREADABLE, "not a readable " + type + ": " + cause.getMessage(), cause);
    }
}
