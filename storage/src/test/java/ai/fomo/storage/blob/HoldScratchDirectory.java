package ai.fomo.storage.blob;

import java.nio.file.Files;
import java.nio.file.Path;

/** A process that has a scratch directory with a file in it, says which, and lives until its input ends or it is killed. */
final class HoldScratchDirectory {
    private HoldScratchDirectory() {}

    public static void main(String[] arguments) throws Exception {
        ScratchDirectory scratch = ScratchDirectory.open(Path.of(arguments[0]));
        Path file = scratch.newFile("held");
        Files.writeString(file, "large");
        System.out.println(file);
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
    }
}
