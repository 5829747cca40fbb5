package ai.fomo.worker.services;

import ai.fomo.workflows.payload.PayloadConverter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A JSON file that only its owner reads, since it holds credentials. It is there whole or not at all. */
final class PrivateFile {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private PrivateFile() {}

    static void write(Path file, Object content) {
        try {
            Path unfinished = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".tmp", OWNER_ONLY);
            PayloadConverter.mapper().writerWithDefaultPrettyPrinter().writeValue(unfinished.toFile(), content);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ServiceException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    static <T> T read(Path file, Class<T> type) {
        try {
            return PayloadConverter.mapper().readValue(file.toFile(), type);
        } catch (IOException e) {
            throw new ServiceException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
