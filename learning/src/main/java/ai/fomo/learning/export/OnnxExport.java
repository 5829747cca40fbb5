package ai.fomo.learning.export;

import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.learning.model.ModelFile;
import ai.fomo.learning.prediction.Predictor;
import java.util.List;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.StringStringEntryProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.ValueInfoProto;
import org.nd4j.shade.protobuf.InvalidProtocolBufferException;

/**
 * A model as one ONNX file: encoder, head and calibration, from pixels to a probability per class, with what else is needed
 * to use it in its metadata. Equal models are equal bytes.
 */
public final class OnnxExport {
    static final String FEATURES = "features";
    static final String PROBABILITIES = "probabilities";

    private OnnxExport() {}

    /**
     * @param version that the model is registered as
     * @param platform version of the code that writes it
     * @param encoder the model's, as ONNX
     */
    public static byte[] of(Predictor predictor, ModelVersion version, String platform, byte[] encoder) {
        ModelFile model = predictor.model();
        ModelProto.Builder exported = parse(encoder)
                .setProducerName("fomo")
                .setProducerVersion(platform)
                .setModelVersion(version.version())
                .setDocString(ExportMetadata.DECISION);
        GraphProto.Builder graph = exported.getGraphBuilder().setName("fomo-model");
        HeadNodes.append(graph, FEATURES, predictor.head(), model.calibration(), PROBABILITIES);
        graph.setOutput(0, output(graph.getOutput(0), model.classes()));
        ExportMetadata.of(model, version)
                .forEach((name, text) -> exported.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(name).setValue(text)));
        return exported.build().toByteArray();
    }

    private static ModelProto.Builder parse(byte[] encoder) {
        try {
            return ModelProto.newBuilder().mergeFrom(encoder);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the encoder's file is not ONNX", e);
        }
    }

    /** As long as the features' batch, and as wide as there are classes. */
    private static ValueInfoProto output(ValueInfoProto features, List<String> classes) {
        ValueInfoProto.Builder output = features.toBuilder().setName(PROBABILITIES);
        TensorShapeProto.Builder shape =
                output.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder();
        shape.setDim(1, TensorShapeProto.Dimension.newBuilder().setDimValue(classes.size()));
        return output.build();
    }
}
