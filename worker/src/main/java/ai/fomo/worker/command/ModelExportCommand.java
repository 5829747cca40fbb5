package ai.fomo.worker.command;

import ai.fomo.activities.feature.OpenEncoders;
import ai.fomo.domain.registry.ModelName;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.learning.export.ExportParity;
import ai.fomo.learning.export.OnnxExport;
import ai.fomo.learning.feature.Encoder;
import ai.fomo.learning.feature.Encoders;
import ai.fomo.learning.model.ModelFile;
import ai.fomo.learning.prediction.Predictor;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.worker.model.OnnxFile;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.wiring.KnownEncoders;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fomo model export}. */
@Command(
        name = "export",
        description = {
            "Writes a model as one ONNX file, from an image's pixels to a calibrated probability of each genre: encoder, head and"
                    + " calibration. Labels, thresholds, how to prepare an image and how to decide are in its metadata.",
            "",
            "Before it gets its name it is run on a few pictures, and must say what the model says. The file is there when it"
                    + " is complete, and replaces the one before."
        },
        footer = {
            "",
            "Example:",
            "  fomo model export --onnx genres.onnx",
            "  fomo model export --onnx genres-3.onnx --model 3"
        })
public final class ModelExportCommand extends PlatformCommand {
    @Option(names = "--onnx", required = true, paramLabel = "FILE", description = "Where to write it.")
    private Path file = Path.of("");

    @Option(
            names = "--model",
            paramLabel = ModelNameConverter.LABEL,
            description = ModelNameConverter.WHICH + " (default: champion).",
            converter = ModelNameConverter.class)
    private ModelName name = ModelName.Alias.CHAMPION;

    /** @param largestDifference between two probabilities of the file and the model, on the pictures that it was tried on */
    private record ExportDocument(
            ModelVersion model, String file, long bytes, List<String> labels, double largestDifference) {}

    @Override
    protected void check() {
        OnnxFile.check(file);
    }

    @Override
    protected ExitCode run(Platform platform) {
        ModelVersion version =
                new ModelStore(platform.database().jdbi()).require(name).version();
        Predictor predictor = Predictor.of(ModelFile.parse(platform.blobs().get(BlobKind.MODELS, version.digest())));
        Encoders known = KnownEncoders.over(platform.database().jdbi(), platform.blobs());
        double difference;
        byte[] onnx;
        try (OpenEncoders encoders = new OpenEncoders(known)) {
            // Opened first: it says so where this version computes another encoder.
            Encoder encoder = encoders.open(predictor.model().encoder());
            onnx = OnnxExport.of(predictor, version, platformVersion(), known.onnx(encoder.id()));
            difference = ExportParity.check(onnx, predictor, encoder);
        }
        OnnxFile.write(file, onnx);
        Path written = file.toAbsolutePath().normalize();
        console()
                .print("model " + version.version() + " with "
                        + predictor.model().classes().size() + " genres is in " + written);
        console()
                .document(new ExportDocument(
                        version,
                        written.toString(),
                        onnx.length,
                        predictor.model().classes(),
                        difference));
        return ExitCode.DONE;
    }

    private static String platformVersion() {
        return Objects.requireNonNullElse(
                ModelExportCommand.class.getPackage().getImplementationVersion(), "development");
    }
}
