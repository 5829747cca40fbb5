package ai.fomo.worker.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** An exported model on disk: the whole of it or, after an interruption, what was there before. */
public final class OnnxFile {
    private OnnxFile() {}

    /** @throws ModelNotWrittenException where it cannot be written, before any work is done for it */
    public static void check(Path file) {
        Path target = file.toAbsolutePath().normalize();
        if (Files.isDirectory(target)) {
            throw new ModelNotWrittenException(
                    file + " is a directory; name a file, such as " + file.resolve("genres.onnx"));
        }
        Path directory = target.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new ModelNotWrittenException(
                    "there is no directory " + directory + "; create it, or name another file with --onnx");
        }
        if (!Files.isWritable(directory)) {
            throw new ModelNotWrittenException(
                    "the directory " + directory + " cannot be written to; name another file with --onnx");
        }
    }

    /** Replaces what is there. */
    public static void write(Path file, byte[] onnx) {
        Path target = file.toAbsolutePath().normalize();
        Path unfinished = target.resolveSibling("." + target.getFileName() + ".unfinished-"
                + ProcessHandle.current().pid());
        try {
            // Ctrl-C ends the process without the finally below.
            unfinished.toFile().deleteOnExit();
            try {
                Files.write(unfinished, onnx);
                Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new ModelNotWrittenException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
