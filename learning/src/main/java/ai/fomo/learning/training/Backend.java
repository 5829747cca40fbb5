package ai.fomo.learning.training;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import org.bytedeco.javacpp.Loader;
import org.deeplearning4j.config.DL4JSystemProperties;
import org.deeplearning4j.nn.layers.mkldnn.BaseMKLDNNHelper;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.Nd4jBackend;

/** Looks at what trainings run on. */
public final class Backend {
    private static final List<String> EXTENSIONS =
            List.of("-onednn-avx512", "-onednn-avx2", "-onednn", "-armcompute", "");

    private Backend() {}

    /** Loads the natives, which takes seconds, and the first time on a machine longer: they are unpacked. */
    public static BackendInfo describe() {
        Properties environment = Nd4j.getExecutioner().getEnvironmentInformation();
        Nd4jBackend backend = Nd4j.getBackend();
        String helper = helper(backend);
        return new BackendInfo(
                backend.getClass().getName(),
                version(),
                classifier(),
                Nd4j.getEnvironment().maxThreads(),
                String.valueOf(environment.get("blas.vendor")),
                helper.isEmpty(),
                helper.isEmpty()
                        ? "DL4J runs convolutions through oneDNN"
                        : helper + "; only training convolutions would gain, and heads have none",
                cpuFeatures(),
                GpuInspection.describe());
    }

    /** What keeps DL4J's convolutions from oneDNN; empty if nothing does. */
    private static String helper(Nd4jBackend backend) {
        if (!backend.buildInfo().contains("HAVE_ONEDNN")) {
            return "these natives are built without oneDNN";
        }
        String disabled = System.getProperty(DL4JSystemProperties.DISABLE_HELPER_PROPERTY, "true");
        if (Boolean.parseBoolean(disabled)) {
            return "DL4J's oneDNN helper is off, its default (" + DL4JSystemProperties.DISABLE_HELPER_PROPERTY + ")";
        }
        return BaseMKLDNNHelper.mklDnnEnabled()
                ? ""
                : "DL4J's oneDNN helper looks for a class that ND4J " + version() + " no longer has";
    }

    private static String version() {
        Properties maven = new Properties();
        try (InputStream input = Nd4j.class.getResourceAsStream("/META-INF/maven/org.nd4j/nd4j-api/pom.properties")) {
            if (input != null) {
                maven.load(input);
            }
        } catch (IOException e) {
            return "unknown";
        }
        return maven.getProperty("version", "unknown");
    }

    /** By the natives on the class path, the first that JavaCPP would take. */
    private static String classifier() {
        String platform = Loader.getPlatform();
        for (String extension : EXTENSIONS) {
            String library = "/org/nd4j/linalg/cpu/nativecpu/bindings/" + platform + extension + "/"
                    + System.mapLibraryName("jnind4jcpu");
            if (Nd4j.class.getResource(library) != null) {
                return platform + extension;
            }
        }
        return platform;
    }

    private static String cpuFeatures() {
        String classifier = classifier();
        if (classifier.endsWith("-avx512")) {
            return "AVX-512";
        }
        return classifier.endsWith("-avx2") ? "AVX2" : "baseline";
    }
}
