package ai.fomo.learning.training;

import org.deeplearning4j.config.DL4JSystemProperties;
import org.deeplearning4j.nn.layers.mkldnn.BaseMKLDNNHelper;
import org.nd4j.linalg.factory.Nd4jBackend;

/** DL4J's way of running convolutions, pooling and batch normalisation through oneDNN, which it has switched off by default. */
final class OneDnnHelper {
    private OneDnnHelper() {}

    /** DL4J asks for every layer that it makes; layers that are there already stay as they are. Who has said no is heeded. */
    static void allow() {
        if (System.getProperty(DL4JSystemProperties.DISABLE_HELPER_PROPERTY) == null) {
            System.setProperty(DL4JSystemProperties.DISABLE_HELPER_PROPERTY, "false");
        }
    }

    /** What keeps DL4J's convolutions from oneDNN; empty if nothing does. */
    static String obstacle(Nd4jBackend backend) {
        if (!backend.buildInfo().contains("HAVE_ONEDNN")) {
            return "these natives are built without oneDNN";
        }
        if (Boolean.parseBoolean(System.getProperty(DL4JSystemProperties.DISABLE_HELPER_PROPERTY, "true"))) {
            return "DL4J's oneDNN helper is switched off by " + DL4JSystemProperties.DISABLE_HELPER_PROPERTY;
        }
        return BaseMKLDNNHelper.mklDnnEnabled()
                ? ""
                : "DL4J's oneDNN helper does not find the settings of these natives";
    }
}
