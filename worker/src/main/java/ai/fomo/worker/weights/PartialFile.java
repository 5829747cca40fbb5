package ai.fomo.worker.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What has come of a file so far, {@code <name>.part}, and beside it what the rest has to belong to. One process at a time
 * adds to it.
 */
final class PartialFile implements AutoCloseable {
    private final Path target;
    private final Path part;
    private final Path versionFile;
    private final FileChannel channel;
    private FileVersion version;

    /** @throws WeightsNotFetchedException where another process adds to it, or it cannot be written */
    PartialFile(Path target) {
        this.target = target;
        this.part = target.resolveSibling(target.getFileName() + ".part");
        this.versionFile = target.resolveSibling(target.getFileName() + ".part.version");
        try {
            Files.createDirectories(part.toAbsolutePath().getParent());
            this.channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw new WeightsNotFetchedException(
                        part + " is being downloaded by another process already: wait for it, or stop it");
            }
            this.version = channel.size() == 0 ? FileVersion.UNKNOWN : readVersion();
            if (version.equals(FileVersion.UNKNOWN)) {
                channel.truncate(0);
            }
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    long size() {
        try {
            return channel.size();
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /** What the content so far is of. */
    FileVersion version() {
        return version;
    }

    private FileVersion readVersion() throws IOException {
        if (!Files.exists(versionFile)) {
            return FileVersion.UNKNOWN;
        }
        List<String> lines = Files.readAllLines(versionFile);
        return lines.size() == 2 && lines.get(1).matches("-?\\d{1,18}")
                ? new FileVersion(lines.get(0), Long.parseLong(lines.get(1)))
                : FileVersion.UNKNOWN;
    }

    /** Forgets what there is, and begins with a file of this version. */
    void restart(FileVersion of) {
        try {
            channel.truncate(0);
            Files.writeString(versionFile, of.tag() + "\n" + of.length() + "\n");
            version = of;
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    void append(byte[] bytes, int count) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
            channel.position(channel.size());
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /** @throws WeightsNotFetchedException where the disk has no room for the rest */
    void requireRoom(long length) {
        try {
            long wanted = length - size();
            long free = Files.getFileStore(part).getUsableSpace();
            if (wanted > free) {
                throw new WeightsNotFetchedException("the disk of " + part + " has " + free + " bytes free, and "
                        + wanted + " are to come: free some, or set FOMO_HOME to a directory on a larger disk");
            }
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    Path path() {
        return part;
    }

    /** Gives it its name. */
    void complete() {
        try {
            channel.force(true);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(versionFile);
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    void discard() {
        try {
            Files.deleteIfExists(part);
            Files.deleteIfExists(versionFile);
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /** Leaves what there is for another time, if there is anything. */
    @Override
    public void close() {
        try {
            if (channel.size() == 0) {
                discard();
            }
            channel.close();
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private WeightsNotFetchedException notWritten(IOException e) {
        return new WeightsNotFetchedException(
                part + " cannot be written (" + e.getMessage()
                        + "): free some of the disk, or set FOMO_HOME to a directory that can be written",
                e);
    }
}
