package ai.fomo.learning.feature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens an encoder as {@link WinogradGraph} writes it, by files that are gone once it is open. */
final class WinogradModel {
    private static final String MODEL = "model.onnx";
    private static final String FILTERS = "filters";

    private WinogradModel() {}

    /**
     * @throws IllegalStateException where ONNX Runtime does not take it
     * @throws UnwritableFiltersException where the temporary directory does not
     */
    static ImageModel open(byte[] onnx, int side, String encoder) {
        return open(onnx, side, encoder, Path.of(System.getProperty("java.io.tmpdir")));
    }

    static ImageModel open(byte[] onnx, int side, String encoder, Path beneath) {
        try {
            Path directory = Files.createTempDirectory(beneath, "fomo-" + encoder);
            try {
                Path model = directory.resolve(MODEL);
                try (ArrayFile filters = ArrayFile.create(directory.resolve(FILTERS))) {
                    Files.write(model, WinogradGraph.of(onnx, filters));
                }
                return ImageModel.open(model, side, encoder);
            } finally {
                // What is mapped stays until the session lets go of it.
                Files.deleteIfExists(directory.resolve(FILTERS));
                Files.deleteIfExists(directory.resolve(MODEL));
                Files.delete(directory);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new UnwritableFiltersException(encoder, beneath, e);
        }
    }
}
